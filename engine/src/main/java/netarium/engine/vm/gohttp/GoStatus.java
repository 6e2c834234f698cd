package netarium.engine.vm.gohttp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The status codes by the names that Go gives them, with Go's texts, which are those of older
/// registrations here and there.
public final class GoStatus {
  private static final Map<String, Integer> CODES = new LinkedHashMap<>();
  private static final Map<Integer, String> TEXTS = new LinkedHashMap<>();

  static {
    add(100, "Continue", "Continue");
    add(101, "SwitchingProtocols", "Switching Protocols");
    add(102, "Processing", "Processing");
    add(103, "EarlyHints", "Early Hints");
    add(200, "OK", "OK");
    add(201, "Created", "Created");
    add(202, "Accepted", "Accepted");
    add(203, "NonAuthoritativeInfo", "Non-Authoritative Information");
    add(204, "NoContent", "No Content");
    add(205, "ResetContent", "Reset Content");
    add(206, "PartialContent", "Partial Content");
    add(207, "MultiStatus", "Multi-Status");
    add(208, "AlreadyReported", "Already Reported");
    add(226, "IMUsed", "IM Used");
    add(300, "MultipleChoices", "Multiple Choices");
    add(301, "MovedPermanently", "Moved Permanently");
    add(302, "Found", "Found");
    add(303, "SeeOther", "See Other");
    add(304, "NotModified", "Not Modified");
    add(305, "UseProxy", "Use Proxy");
    add(307, "TemporaryRedirect", "Temporary Redirect");
    add(308, "PermanentRedirect", "Permanent Redirect");
    add(400, "BadRequest", "Bad Request");
    add(401, "Unauthorized", "Unauthorized");
    add(402, "PaymentRequired", "Payment Required");
    add(403, "Forbidden", "Forbidden");
    add(404, "NotFound", "Not Found");
    add(405, "MethodNotAllowed", "Method Not Allowed");
    add(406, "NotAcceptable", "Not Acceptable");
    add(407, "ProxyAuthRequired", "Proxy Authentication Required");
    add(408, "RequestTimeout", "Request Timeout");
    add(409, "Conflict", "Conflict");
    add(410, "Gone", "Gone");
    add(411, "LengthRequired", "Length Required");
    add(412, "PreconditionFailed", "Precondition Failed");
    add(413, "RequestEntityTooLarge", "Request Entity Too Large");
    add(414, "RequestURITooLong", "Request URI Too Long");
    add(415, "UnsupportedMediaType", "Unsupported Media Type");
    add(416, "RequestedRangeNotSatisfiable", "Requested Range Not Satisfiable");
    add(417, "ExpectationFailed", "Expectation Failed");
    add(418, "Teapot", "I'm a teapot");
    add(421, "MisdirectedRequest", "Misdirected Request");
    add(422, "UnprocessableEntity", "Unprocessable Entity");
    add(423, "Locked", "Locked");
    add(424, "FailedDependency", "Failed Dependency");
    add(425, "TooEarly", "Too Early");
    add(426, "UpgradeRequired", "Upgrade Required");
    add(428, "PreconditionRequired", "Precondition Required");
    add(429, "TooManyRequests", "Too Many Requests");
    add(431, "RequestHeaderFieldsTooLarge", "Request Header Fields Too Large");
    add(451, "UnavailableForLegalReasons", "Unavailable For Legal Reasons");
    add(500, "InternalServerError", "Internal Server Error");
    add(501, "NotImplemented", "Not Implemented");
    add(502, "BadGateway", "Bad Gateway");
    add(503, "ServiceUnavailable", "Service Unavailable");
    add(504, "GatewayTimeout", "Gateway Timeout");
    add(505, "HTTPVersionNotSupported", "HTTP Version Not Supported");
    add(506, "VariantAlsoNegotiates", "Variant Also Negotiates");
    add(507, "InsufficientStorage", "Insufficient Storage");
    add(508, "LoopDetected", "Loop Detected");
    add(510, "NotExtended", "Not Extended");
    add(511, "NetworkAuthenticationRequired", "Network Authentication Required");
  }

  private GoStatus() {}

  private static void add(int code, String name, String text) {
    CODES.put("Status" + name, code);
    TEXTS.put(code, text);
  }

  /// The text of a code, empty for one that Go does not know.
  public static String text(int code) {
    return TEXTS.getOrDefault(code, "");
  }

  /// What stands behind the code on the wire.
  public static String reason(int code) {
    return TEXTS.getOrDefault(code, "status code " + code);
  }

  /// The code that `http.StatusOK` and the like stand for, or null.
  static @Nullable Integer code(String name) {
    return CODES.get(name);
  }

  /// All names with their codes.
  public static Map<String, Integer> codes() {
    return CODES;
  }
}
