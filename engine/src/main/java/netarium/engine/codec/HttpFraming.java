package netarium.engine.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the body of a message ends (RFC 9112 §6). Two readers who disagree on that can be made to
/// see different messages, so what is not clear is refused.
final class HttpFraming {
  private static final String CODING = "Transfer-Encoding";
  private static final String LENGTH = "Content-Length";
  private static final int MOST_DIGITS = 18;

  private HttpFraming() {}

  static HttpBody ofRequest(String version, HttpHeaders headers, HttpLimits limits)
      throws HttpFaultException {
    if (headers.has(CODING)) {
      if (headers.has(LENGTH)) {
        throw new HttpFaultException(400, "both Transfer-Encoding and Content-Length");
      }
      if (version.equals("HTTP/1.0")) {
        throw new HttpFaultException(400, "Transfer-Encoding in an HTTP/1.0 request");
      }
      List<String> codings = codings(headers);
      if (!codings.getLast().equals("chunked") || count(codings, "chunked") > 1) {
        boolean isKnown = codings.contains("chunked");
        throw new HttpFaultException(
            isKnown ? 400 : 501,
            isKnown ? "the last transfer coding is not chunked" : "unknown transfer coding");
      }
      if (codings.size() > 1) {
        throw new HttpFaultException(501, "unknown transfer coding: " + codings.getFirst());
      }
      return HttpBody.chunked(limits);
    }
    List<String> lengths = headers.all(LENGTH);
    if (lengths.size() > 1) {
      throw new HttpFaultException(400, "Content-Length twice");
    }
    return lengths.isEmpty()
        ? HttpBody.none(limits)
        : HttpBody.ofLength(length(lengths.getFirst(), limits), limits);
  }

  /// `method` is that of the request: an answer to HEAD never has a body.
  static HttpBody ofResponse(String method, int status, HttpHeaders headers, HttpLimits limits)
      throws HttpFaultException {
    boolean hasNone = status / 100 == 1 || status == 204 || status == 304;
    if (hasNone || method.equals("HEAD")) {
      return HttpBody.none(limits);
    }
    if (headers.has(CODING)) {
      List<String> codings = codings(headers);
      if (!codings.equals(List.of("chunked"))) {
        throw new HttpFaultException(502, "unknown transfer coding: " + codings);
      }
      return HttpBody.chunked(limits);
    }
    List<String> lengths = headers.all(LENGTH);
    if (lengths.isEmpty()) {
      return HttpBody.untilClose(limits);
    }
    String first = lengths.getFirst();
    if (lengths.stream().anyMatch(other -> !other.equals(first))) {
      throw new HttpFaultException(502, "two different values of Content-Length");
    }
    return HttpBody.ofLength(length(first, limits), limits);
  }

  private static int length(String text, HttpLimits limits) throws HttpFaultException {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new HttpFaultException(400, "invalid Content-Length");
    }
    if (text.length() > MOST_DIGITS || Long.parseLong(text) > limits.bodyOctets()) {
      throw new HttpFaultException(413, "a body of more than " + limits.bodyOctets() + " octets");
    }
    return Integer.parseInt(text);
  }

  private static List<String> codings(HttpHeaders headers) throws HttpFaultException {
    List<String> codings = new ArrayList<>();
    for (String value : headers.all(CODING)) {
      for (String each : value.split(",", -1)) {
        String coding = each.strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty()) {
          codings.add(coding);
        }
      }
    }
    if (codings.isEmpty()) {
      throw new HttpFaultException(400, "empty Transfer-Encoding");
    }
    return codings;
  }

  private static int count(List<String> codings, String wanted) {
    int count = 0;
    for (String coding : codings) {
      count += coding.equals(wanted) ? 1 : 0;
    }
    return count;
  }
}
