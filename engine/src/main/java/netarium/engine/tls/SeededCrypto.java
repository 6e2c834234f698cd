package netarium.engine.tls;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.bouncycastle.tls.crypto.TlsCipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsNonceGenerator;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// The cryptography of one end of one connection, drawing on the run's random numbers alone.
///
/// The library seeds its nonces, and so the randoms of both hellos, with the host's nanosecond
/// clock and with a counter that all connections of the JVM share; here they are plain draws.
final class SeededCrypto extends BcTlsCrypto {
  private final RandomGenerator random;
  private final KeyLog keyLog;

  SeededCrypto(RandomGenerator random, KeyLog keyLog) {
    super(new SeededRandom(random));
    this.random = random;
    this.keyLog = keyLog;
  }

  @Override
  public TlsNonceGenerator createNonceGenerator(byte[] additionalSeedMaterial) {
    return size -> {
      byte[] nonce = new byte[size];
      random.nextBytes(nonce);
      return nonce;
    };
  }

  /// New keys are made exactly when a cipher is: the moment to write them down, before anything is
  /// sent that needs them.
  @Override
  public TlsCipher createCipher(TlsCryptoParameters parameters, int encryption, int mac)
      throws IOException {
    keyLog.newKeys(this, parameters.getSecurityParametersHandshake());
    return super.createCipher(parameters, encryption, mac);
  }
}
