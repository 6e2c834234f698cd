package netarium.engine.sim;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Independent streams of random numbers, each a function of the run's seed and of what it is for.
///
/// A stream is drawn from for its one purpose only: switching loss on for a link does not move the
/// jitter of the same link, nor the ports of a VM.
public final class RandomStreams {
  /// Named, because the platform's default may change between releases.
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("Xoshiro256PlusPlus");

  private final long seed;

  public RandomStreams(long seed) {
    this.seed = seed;
  }

  public long seed() {
    return seed;
  }

  /// The stream for `purpose` (`loss`, `iss` …) of the thing `id` of a `kind` (`link`, `node` …).
  public RandomGenerator stream(String kind, String id, String purpose) {
    long state = mix(seed ^ 0x9e3779b97f4a7c15L);
    state = absorb(state, kind);
    state = absorb(state, id);
    state = absorb(state, purpose);
    return ALGORITHM.create(state);
  }

  private static long absorb(long state, String text) {
    long mixed = state;
    for (int i = 0; i < text.length(); i++) {
      mixed = mix(mixed + text.charAt(i));
    }
    return mix(mixed ^ ((long) text.length() << 32));
  }

  /// The finaliser of SplitMix64.
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
