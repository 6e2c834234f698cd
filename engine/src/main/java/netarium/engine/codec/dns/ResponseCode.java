package netarium.engine.codec.dns;

/// What a server says about a query as a whole (RFC 1035 §4.1.1).
public final class ResponseCode {
  public static final int NO_ERROR = 0;
  public static final int FORMAT_ERROR = 1;
  public static final int SERVER_FAILURE = 2;

  /// The name does not exist: NXDOMAIN.
  public static final int NAME_ERROR = 3;

  public static final int NOT_IMPLEMENTED = 4;
  public static final int REFUSED = 5;

  private ResponseCode() {}

  /// As `dig` writes it.
  public static String name(int code) {
    return switch (code) {
      case NO_ERROR -> "NOERROR";
      case FORMAT_ERROR -> "FORMERR";
      case SERVER_FAILURE -> "SERVFAIL";
      case NAME_ERROR -> "NXDOMAIN";
      case NOT_IMPLEMENTED -> "NOTIMP";
      case REFUSED -> "REFUSED";
      default -> "RCODE" + code;
    };
  }
}
