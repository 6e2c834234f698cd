package netarium.engine.codec.websocket;

/// Why a conversation ends (RFC 6455 §7.4, and the numbers registered since).
public final class CloseCode {
  public static final int NORMAL = 1000;
  public static final int GOING_AWAY = 1001;
  public static final int PROTOCOL_ERROR = 1002;
  public static final int UNSUPPORTED_DATA = 1003;

  /// The close frame gave no reason. Never on the wire.
  public static final int NONE_GIVEN = 1005;

  /// There was no close frame. Never on the wire.
  public static final int ABNORMAL = 1006;

  public static final int INVALID_TEXT = 1007;
  public static final int POLICY_VIOLATION = 1008;
  public static final int TOO_BIG = 1009;
  public static final int INTERNAL_ERROR = 1011;

  private CloseCode() {}

  /// Whether a close frame may carry it.
  public static boolean maySend(int code) {
    boolean isRegistered = code >= NORMAL && code <= UNSUPPORTED_DATA;
    boolean isNewer = code >= INVALID_TEXT && code <= 1014;
    boolean isFree = code >= 3000 && code <= 4999;
    return isRegistered || isNewer || isFree;
  }

  /// What it means, in a word or two.
  public static String word(int code) {
    return switch (code) {
      case NORMAL -> "normal closure";
      case GOING_AWAY -> "going away";
      case PROTOCOL_ERROR -> "protocol error";
      case UNSUPPORTED_DATA -> "unsupported data";
      case NONE_GIVEN -> "no status received";
      case ABNORMAL -> "abnormal closure";
      case INVALID_TEXT -> "invalid text";
      case POLICY_VIOLATION -> "policy violation";
      case TOO_BIG -> "message too big";
      case 1010 -> "mandatory extension";
      case INTERNAL_ERROR -> "internal error";
      case 1012 -> "service restart";
      case 1013 -> "try again later";
      case 1014 -> "bad gateway";
      case 1015 -> "TLS handshake failed";
      default -> code >= 4000 ? "private use" : code >= 3000 ? "registered use" : "unassigned";
    };
  }
}
