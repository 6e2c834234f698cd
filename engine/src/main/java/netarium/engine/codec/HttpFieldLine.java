package netarium.engine.codec;

/// One line of a head, strictly by RFC 9112 §5: a name of token characters, at once a colon, a
/// value without control octets (which the line's reader has seen to).
final class HttpFieldLine {
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
    if (!HttpHeaders.isToken(name)) {
      throw new HttpFaultException(400, "invalid header name");
    }
    return new HttpHeaders.Field(name, line.substring(colon + 1).strip());
  }
}
