package netarium.engine.codec.tls;

import java.util.Optional;

/// How the records of a connection are protected: by which cipher, and with which hash its keys are
/// made. Only those that protect and authenticate at once (AEAD).
///
/// @param keyOctets how long a key is
/// @param hash the name of the hash, `SHA-256` or `SHA-384`
public record TlsSuite(Cipher cipher, int keyOctets, String hash) {
  /// What turns plaintext to octets of the same number, and a tag of 16 behind them.
  public enum Cipher {
    AES_GCM,
    CHACHA20_POLY1305
  }

  public static final int TAG_OCTETS = 16;
  static final int NONCE_OCTETS = 12;

  private static final TlsSuite AES_128 = new TlsSuite(Cipher.AES_GCM, 16, "SHA-256");
  private static final TlsSuite AES_256 = new TlsSuite(Cipher.AES_GCM, 32, "SHA-384");
  private static final TlsSuite CHACHA = new TlsSuite(Cipher.CHACHA20_POLY1305, 32, "SHA-256");

  /// By its number in the hello of a server; empty for one that nobody here can open.
  public static Optional<TlsSuite> of(int number) {
    return Optional.ofNullable(
        switch (number) {
          case 0x1301, 0xc02b, 0xc02f, 0x009c, 0x009e -> AES_128;
          case 0x1302, 0xc02c, 0xc030, 0x009d, 0x009f -> AES_256;
          case 0x1303, 0xcca8, 0xcca9, 0xccaa -> CHACHA;
          default -> null;
        });
  }

  int hashOctets() {
    return hash.equals("SHA-384") ? 48 : 32;
  }

  String mac() {
    return "Hmac" + hash.replace("-", "");
  }
}
