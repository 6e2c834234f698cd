package netarium.engine.codec.tls;

/// The numbers of TLS that decide how the rest is read (RFC 8446 §4, §5.1, §6).
public final class TlsNumbers {
  public static final int HEADER_OCTETS = 5;
  public static final int MESSAGE_HEADER_OCTETS = 4;

  /// A record holds at most so much: what it protects, and what protecting adds.
  public static final int MOST_OCTETS = (1 << 14) + 2048;

  public static final int CHANGE_CIPHER_SPEC = 20;
  public static final int ALERT = 21;
  public static final int HANDSHAKE = 22;
  public static final int APPLICATION_DATA = 23;

  public static final int TLS_1_2 = 0x0303;
  public static final int TLS_1_3 = 0x0304;

  public static final int CLIENT_HELLO = 1;
  public static final int SERVER_HELLO = 2;
  public static final int CERTIFICATE = 11;
  public static final int FINISHED = 20;
  public static final int KEY_UPDATE = 24;

  public static final int SERVER_NAME = 0;
  public static final int SUPPORTED_GROUPS = 10;
  public static final int SIGNATURE_ALGORITHMS = 13;
  public static final int ALPN = 16;
  public static final int SUPPORTED_VERSIONS = 43;
  public static final int KEY_SHARE = 51;

  public static final int FATAL = 2;
  public static final int CLOSE_NOTIFY = 0;

  private TlsNumbers() {}
}
