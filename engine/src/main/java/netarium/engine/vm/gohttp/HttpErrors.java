package netarium.engine.vm.gohttp;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.vm.api.NetError;
import org.jspecify.annotations.Nullable;

/// The errors that the table `http` has names for, with Go's texts.
public final class HttpErrors {
  public static final NetError NO_COOKIE =
      new NetError("no-cookie", "http: named cookie not present", false);
  public static final NetError SERVER_CLOSED =
      new NetError("server-closed", "http: Server closed", false);
  public static final NetError BODY_CLOSED =
      new NetError("closed", "http: invalid Read on closed Body", false);
  public static final NetError BODY_NOT_ALLOWED =
      new NetError(
          "not-allowed", "http: request method or response status code does not allow body", false);
  public static final NetError CONTENT_LENGTH =
      new NetError("too-big", "http: wrote more than the declared Content-Length", false);
  public static final NetError BODY_TOO_LARGE =
      new NetError("too-big", "http: request body too large", false);

  public static final NetError ABORT_HANDLER =
      new NetError("aborted", "net/http: abort Handler", false);

  private static final Map<String, NetError> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("ErrNoCookie", NO_COOKIE);
    NAMED.put("ErrServerClosed", SERVER_CLOSED);
    NAMED.put("ErrBodyReadAfterClose", BODY_CLOSED);
    NAMED.put("ErrBodyNotAllowed", BODY_NOT_ALLOWED);
    NAMED.put("ErrContentLength", CONTENT_LENGTH);
    NAMED.put("ErrAbortHandler", ABORT_HANDLER);
  }

  private HttpErrors() {}

  /// The error of that name in the table `http`, or null.
  static @Nullable NetError named(String name) {
    return NAMED.get(name);
  }
}
