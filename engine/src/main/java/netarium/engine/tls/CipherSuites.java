package netarium.engine.tls;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.tls.CipherSuite;

/// The cipher suites that machines offer, best first, with the names that IANA gives them: forward
/// secrecy and authenticated encryption only.
public final class CipherSuites {
  private static final int[] ALL = {
    CipherSuite.TLS_AES_128_GCM_SHA256,
    CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
  };

  private static final String[] NAMES = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
  };

  private CipherSuites() {}

  static int[] all() {
    return ALL.clone();
  }

  /// By their names.
  public static Map<String, Integer> byName() {
    Map<String, Integer> found = new TreeMap<>();
    for (int i = 0; i < ALL.length; i++) {
      found.put(NAMES[i], ALL[i]);
    }
    return found;
  }

  /// The name of a suite by its number.
  public static Optional<String> name(int suite) {
    for (int i = 0; i < ALL.length; i++) {
      if (ALL[i] == suite) {
        return Optional.of(NAMES[i]);
      }
    }
    return Optional.empty();
  }
}
