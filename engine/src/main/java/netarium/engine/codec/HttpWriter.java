package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import netarium.engine.wire.Octets;

/// HTTP/1.x messages to octets. Header text is octets in disguise: one character, one octet.
public final class HttpWriter {
  private HttpWriter() {}

  public static Octets write(HttpRequest request) {
    String start = request.method() + " " + request.target() + " " + request.version() + "\r\n";
    return write(start, request.headers(), request.body());
  }

  public static Octets write(HttpResponse response) {
    String start = response.version() + " " + response.status() + " " + response.reason() + "\r\n";
    return write(start, response.headers(), response.body());
  }

  /// `Content-Length` comes last, and only for a body whose length the headers do not give already.
  private static Octets write(String startLine, HttpHeaders headers, Octets body) {
    StringBuilder head = new StringBuilder(startLine);
    for (HttpHeaders.Field field : headers.fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    boolean isFramed = headers.has("Content-Length") || headers.has("Transfer-Encoding");
    if (!body.isEmpty() && !isFramed) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    head.append("\r\n");
    return Octets.wrap(head.toString().getBytes(ISO_8859_1)).plus(body);
  }
}
