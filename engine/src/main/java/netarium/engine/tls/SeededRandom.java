package netarium.engine.tls;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.random.RandomGenerator;

/// Random numbers of a run in the shape that cryptography wants them. They are the same in every
/// run of the same seed, and so keep no secret from whoever knows it.
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  SeededRandom(RandomGenerator source) {
    super(new Source(source), null);
  }

  private static final class Source extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator generator;

    Source(RandomGenerator generator) {
      this.generator = generator;
    }

    /// More seed is not wanted: it would come from outside the run.
    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] octets) {
      generator.nextBytes(octets);
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      byte[] octets = new byte[count];
      generator.nextBytes(octets);
      return octets;
    }
  }
}
