package netarium.engine.codec.socks;

/// What a proxy answers to a request (RFC 1928 §6).
public enum SocksReplyCode {
  SUCCEEDED(0, "succeeded"),
  GENERAL_FAILURE(1, "general failure"),
  NOT_ALLOWED(2, "not allowed"),
  NETWORK_UNREACHABLE(3, "network unreachable"),
  HOST_UNREACHABLE(4, "host unreachable"),
  CONNECTION_REFUSED(5, "connection refused"),
  TTL_EXPIRED(6, "TTL expired"),
  COMMAND_NOT_SUPPORTED(7, "command not supported"),
  ADDRESS_TYPE_NOT_SUPPORTED(8, "address type not supported");

  private final int number;
  private final String sentence;

  SocksReplyCode(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  public int number() {
    return number;
  }

  public String sentence() {
    return sentence;
  }

  /// What a number on the wire says, also one that nobody has assigned.
  public static String sentence(int number) {
    for (SocksReplyCode code : values()) {
      if (code.number == number) {
        return code.sentence;
      }
    }
    return "unknown reply " + number;
  }
}
