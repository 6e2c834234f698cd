package netarium.engine.codec;

import netarium.engine.wire.Octets;

/// An HTTP/1.x request. `target` is what stands between the method and the version, query included.
public record HttpRequest(
    String method, String target, String version, HttpHeaders headers, Octets body) {
  /// Whether the client means to use the connection again (RFC 9112 §9.3).
  public boolean keepsConnection() {
    return version.equals("HTTP/1.0")
        ? headers.listHas("Connection", "keep-alive") && !headers.listHas("Connection", "close")
        : !headers.listHas("Connection", "close");
  }

  /// The path of the target, without host, query and fragment; `*` stays.
  public String path() {
    String path = pathAndQuery();
    int end = path.indexOf('?');
    return end < 0 ? path : path.substring(0, end);
  }

  /// What follows the `?` of the target, empty when there is none.
  public String query() {
    String path = pathAndQuery();
    int end = path.indexOf('?');
    return end < 0 ? "" : path.substring(end + 1);
  }

  private String pathAndQuery() {
    int fragment = target.indexOf('#');
    String whole = fragment < 0 ? target : target.substring(0, fragment);
    if (whole.startsWith("/") || whole.equals("*")) {
      return whole;
    }
    int scheme = whole.indexOf("://");
    if (scheme < 0) {
      return whole;
    }
    for (int at = scheme + 3; at < whole.length(); at++) {
      if (whole.charAt(at) == '/') {
        return whole.substring(at);
      }
      if (whole.charAt(at) == '?') {
        return "/" + whole.substring(at);
      }
    }
    return "/";
  }
}
