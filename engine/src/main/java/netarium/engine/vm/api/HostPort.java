package netarium.engine.vm.api;

/// `host:port`, taken apart and put together as Go's `net.SplitHostPort` and `net.JoinHostPort` do.
/// The port may be a name; `error` is empty when all is well.
public record HostPort(String host, String port, String error) {
  private static final String MISSING_PORT = "missing port in address";
  private static final String TOO_MANY_COLONS = "too many colons in address";

  public static HostPort split(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return bad(text, MISSING_PORT);
    }
    String host;
    int openFrom = 0;
    int closeFrom = 0;
    if (text.charAt(0) == '[') {
      int end = text.indexOf(']');
      if (end < 0) {
        return bad(text, "missing ']' in address");
      }
      if (end + 1 != colon) {
        boolean isColonNext = end + 1 < text.length() && text.charAt(end + 1) == ':';
        return bad(text, isColonNext ? TOO_MANY_COLONS : MISSING_PORT);
      }
      host = text.substring(1, end);
      openFrom = 1;
      closeFrom = end + 1;
    } else {
      host = text.substring(0, colon);
      if (host.indexOf(':') >= 0) {
        return bad(text, TOO_MANY_COLONS);
      }
    }
    if (text.indexOf('[', openFrom) >= 0) {
      return bad(text, "unexpected '[' in address");
    }
    if (text.indexOf(']', closeFrom) >= 0) {
      return bad(text, "unexpected ']' in address");
    }
    return new HostPort(host, text.substring(colon + 1), "");
  }

  public static String join(String host, String port) {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }

  private static HostPort bad(String text, String why) {
    return new HostPort("", "", about(text, why));
  }

  /// An error about an address, which is named where there is one.
  public static String about(String address, String why) {
    return address.isEmpty() ? why : "address " + address + ": " + why;
  }
}
