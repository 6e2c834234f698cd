package netarium.engine.codec;

/// One line of a head, strictly by RFC 9112 §5: a name of token characters, at once a colon, a
/// value without control octets (which the line's reader has seen to).
final class HttpFieldLine {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private HttpFieldLine() {}

  static HttpHeaders.Field parse(String line) throws HttpFaultException {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw new HttpFaultException(400, "a header field is folded over two lines");
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new HttpFaultException(400, "a header field without a colon");
    }
    String name = line.substring(0, colon);
    if (!isToken(name)) {
      throw new HttpFaultException(400, "invalid header name");
    }
    return new HttpHeaders.Field(name, line.substring(colon + 1).strip());
  }

  /// `token` of RFC 9110 §5.6.2.
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenChar(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
