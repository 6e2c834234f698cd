package netarium.engine.codec;

import java.util.List;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The requests on a stream, however it was cut, strictly by RFC 9112: what two readers might take
/// for different messages is a fault with the status a server answers. [HttpReader] is the tolerant
/// reader of text at hand.
///
/// Feed it what comes, then ask for the next message until there is none:
///
/// ```java
/// decoder.feed(stream.receive(65_536));
/// while (decoder.next() instanceof HttpDecode.Whole<HttpRequest>(var request, var trailers)) …
/// ```
public final class HttpRequestDecoder {
  private static final int LONGEST_METHOD = 32;

  private final HttpLimits limits;
  private final HttpBuffer in = new HttpBuffer();
  private HttpHead head;
  private @Nullable HttpRequest bodiless;
  private @Nullable HttpBody body;
  private HttpDecode.@Nullable Fault<HttpRequest> fault;
  private boolean isToldToGoOn;

  public HttpRequestDecoder(HttpLimits limits) {
    this.limits = limits;
    this.head = new HttpHead(limits, true);
  }

  public void feed(Octets more) {
    if (fault == null) {
      in.append(more);
    }
  }

  /// Whether nothing of a next request has come.
  public boolean isBetweenRequests() {
    return head.isEmpty() && in.length() == 0;
  }

  /// Whether the head of a request has come, and its body has not.
  public boolean hasHead() {
    return body != null;
  }

  /// What has come of the request under way, for people.
  public String progress() {
    HttpBody reading = body;
    return reading == null ? "the head has not ended" : reading.progress();
  }

  public HttpDecode<HttpRequest> next() {
    if (fault == null) {
      try {
        return tryNext();
      } catch (HttpFaultException wrong) {
        fault = new HttpDecode.Fault<>(wrong.status, wrong.why);
      }
    }
    return fault;
  }

  private HttpDecode<HttpRequest> tryNext() throws HttpFaultException {
    HttpBody reading = body;
    if (reading == null) {
      reading = readHead();
      if (reading == null) {
        return new HttpDecode.More<>();
      }
      body = reading;
    }
    HttpRequest request = bodiless;
    if (request == null || !reading.read(in)) {
      return new HttpDecode.More<>();
    }
    Octets octets = reading.octets();
    HttpRequest whole =
        octets.isEmpty()
            ? request
            : new HttpRequest(
                request.method(), request.target(), request.version(), request.headers(), octets);
    head = new HttpHead(limits, true);
    bodiless = null;
    body = null;
    isToldToGoOn = false;
    return new HttpDecode.Whole<>(whole, reading.trailers());
  }

  /// Whether the client waits to be told before it sends the body (RFC 9110 §10.1.1); says so once.
  public boolean takeExpectation() {
    HttpRequest request = bodiless;
    HttpBody reading = body;
    boolean waits =
        request != null
            && reading != null
            && !isToldToGoOn
            && reading.isExpected()
            && in.length() == 0
            && request.headers().has("Expect");
    isToldToGoOn |= waits;
    return waits;
  }

  private @Nullable HttpBody readHead() throws HttpFaultException {
    while (true) {
      boolean wasEmpty = head.isEmpty();
      Boolean goesOn = head.readLine(in);
      if (goesOn == null) {
        return null;
      }
      String line = head.startLine();
      if (wasEmpty && line != null) {
        requestLine(line);
      }
      if (!goesOn && line != null) {
        String[] words = requestLine(line);
        HttpHeaders headers = head.headers();
        checkHost(words[2], headers);
        checkExpectation(words[2], headers);
        HttpBody framed = HttpFraming.ofRequest(words[2], headers, limits);
        bodiless = new HttpRequest(words[0], words[1], words[2], headers, Octets.EMPTY);
        return framed;
      }
    }
  }

  /// `method SP target SP HTTP/1.x` and nothing else (RFC 9112 §3).
  private static String[] requestLine(String line) throws HttpFaultException {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    boolean hasThree = first > 0 && second > first + 1 && line.indexOf(' ', second + 1) < 0;
    if (!hasThree || !HttpHeaders.isToken(line.substring(0, first))) {
      throw new HttpFaultException(400, "invalid request line");
    }
    String method = line.substring(0, first);
    String target = line.substring(first + 1, second);
    String version = line.substring(second + 1);
    if (!isVersion(version)) {
      throw new HttpFaultException(400, "invalid HTTP version");
    }
    if (version.charAt(5) != '1') {
      throw new HttpFaultException(505, "HTTP version not supported: " + version);
    }
    if (method.length() > LONGEST_METHOD || method.equals("CONNECT")) {
      throw new HttpFaultException(501, "method not implemented: " + method);
    }
    if (!isTarget(method, target)) {
      throw new HttpFaultException(400, "invalid request target");
    }
    return new String[] {method, target, version};
  }

  private static boolean isVersion(String text) {
    return text.length() == 8
        && text.startsWith("HTTP/")
        && isDigit(text.charAt(5))
        && text.charAt(6) == '.'
        && isDigit(text.charAt(7));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// A path, an absolute address, or `*` for OPTIONS (RFC 9112 §3.2).
  private static boolean isTarget(String method, String target) {
    boolean isPath = target.startsWith("/");
    boolean isAddress = target.regionMatches(true, 0, "http://", 0, 7) && target.length() > 7;
    boolean isServer = target.equals("*") && method.equals("OPTIONS");
    return (isPath || isAddress || isServer) && target.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static void checkHost(String version, HttpHeaders headers) throws HttpFaultException {
    List<String> hosts = headers.all("Host");
    boolean isNeeded = !version.equals("HTTP/1.0");
    if (hosts.size() > 1 || (hosts.isEmpty() && isNeeded)) {
      throw new HttpFaultException(400, hosts.isEmpty() ? "Host is missing" : "Host twice");
    }
    if (!hosts.isEmpty()
        && hosts.getFirst().chars().anyMatch(c -> c <= ' ' || c > '~' || c == '/')) {
      throw new HttpFaultException(400, "invalid Host");
    }
  }

  private static void checkExpectation(String version, HttpHeaders headers)
      throws HttpFaultException {
    for (String expectation : headers.all("Expect")) {
      if (!version.equals("HTTP/1.0") && !expectation.equalsIgnoreCase("100-continue")) {
        throw new HttpFaultException(417, "unknown expectation");
      }
    }
  }
}
