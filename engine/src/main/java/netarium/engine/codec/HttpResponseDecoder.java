package netarium.engine.codec;

import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The answers on a stream, however it was cut (RFC 9112). Interim answers (100 and the like) are
/// passed over.
public final class HttpResponseDecoder {
  private static final int MOST_INTERIM = 16;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpLimits limits;
  private final HttpBuffer in = new HttpBuffer();
  private HttpHead head;
  private String method = "GET";
  private @Nullable HttpResponse bodiless;
  private @Nullable HttpBody body;
  private HttpDecode.@Nullable Fault<HttpResponse> fault;
  private boolean isAtEnd;
  private boolean usedUpStream;
  private int interim;

  public HttpResponseDecoder(HttpLimits limits) {
    this.limits = limits;
    this.head = new HttpHead(limits, false);
  }

  /// The method of the request whose answer comes next: one to HEAD has no body.
  public void expectAnswerTo(String requestMethod) {
    method = requestMethod;
  }

  public void feed(Octets more) {
    if (fault == null) {
      in.append(more);
    }
  }

  /// Nothing more will come.
  public void end() {
    isAtEnd = true;
  }

  /// Whether nothing of a next answer has come.
  public boolean isBetweenAnswers() {
    return head.isEmpty() && in.length() == 0;
  }

  /// Whether the last answer ended with the stream, so that there can be no other.
  public boolean usedUpStream() {
    return usedUpStream;
  }

  /// Octets that belong to no answer: after a switch of protocols they are of the new one.
  public Octets takeRest() {
    return in.takeAll();
  }

  public HttpDecode<HttpResponse> next() {
    if (fault == null) {
      try {
        return tryNext();
      } catch (HttpFaultException wrong) {
        fault = new HttpDecode.Fault<>(wrong.status, wrong.why);
      }
    }
    return fault;
  }

  /// The head of the next answer as soon as it has come: an answer without its body, which
  /// [#nextPiece] then gives. An answer that was begun so cannot be had whole.
  public HttpDecode<HttpResponse> nextHead() {
    if (fault == null) {
      try {
        HttpResponse response = hasHead() ? bodiless : null;
        if (response == null) {
          return unlessAtEnd(isBetweenAnswers() ? "without an answer" : "within the head");
        }
        return new HttpDecode.Whole<>(response, HttpHeaders.NONE);
      } catch (HttpFaultException wrong) {
        fault = new HttpDecode.Fault<>(wrong.status, wrong.why);
      }
    }
    return fault;
  }

  /// How long the body is of the answer whose head has come; -1 where only its end tells.
  public int announcedOctets() {
    HttpBody reading = body;
    return reading == null ? -1 : reading.announced();
  }

  /// What has come of the body whose head has come.
  public HttpPiece nextPiece() {
    HttpBody reading = body;
    if (fault != null) {
      return new HttpPiece.Fault(fault.why());
    }
    if (reading == null) {
      throw new IllegalStateException("invariant broken: a body is read behind its head");
    }
    try {
      boolean isWhole = reading.read(in) || (isAtEnd && reading.endsWithStream());
      Octets come = reading.take();
      if (!come.isEmpty()) {
        return new HttpPiece.Some(come);
      }
      if (!isWhole) {
        unlessAtEnd("after " + reading.progress());
        return new HttpPiece.More();
      }
      over(reading);
      return new HttpPiece.End(reading.trailers());
    } catch (HttpFaultException wrong) {
      fault = new HttpDecode.Fault<>(wrong.status, wrong.why);
      return new HttpPiece.Fault(wrong.why);
    }
  }

  /// Whether the answer's head, at least, has come.
  private boolean hasHead() throws HttpFaultException {
    if (body == null) {
      body = readHead();
    }
    return body != null;
  }

  private HttpDecode<HttpResponse> tryNext() throws HttpFaultException {
    HttpResponse response = hasHead() ? bodiless : null;
    HttpBody reading = body;
    if (reading == null || response == null) {
      return unlessAtEnd(isBetweenAnswers() ? "without an answer" : "within the head");
    }
    if (!reading.read(in) && !(isAtEnd && reading.endsWithStream())) {
      return unlessAtEnd("after " + reading.progress());
    }
    HttpResponse whole =
        new HttpResponse(
            response.version(),
            response.status(),
            response.reason(),
            response.headers(),
            reading.octets());
    over(reading);
    return new HttpDecode.Whole<>(whole, reading.trailers());
  }

  private void over(HttpBody read) {
    usedUpStream = read.endsWithStream();
    head = new HttpHead(limits, false);
    bodiless = null;
    body = null;
  }

  private HttpDecode<HttpResponse> unlessAtEnd(String where) throws HttpFaultException {
    if (isAtEnd) {
      throw new HttpFaultException(502, "connection closed " + where);
    }
    return new HttpDecode.More<>();
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
        status(line);
      }
      if (!goesOn && line != null) {
        int status = status(line);
        boolean isInterim = status / 100 == 1 && status != SWITCHING_PROTOCOLS;
        if (isInterim) {
          if (++interim > MOST_INTERIM) {
            throw new HttpFaultException(502, "too many interim answers");
          }
          head = new HttpHead(limits, false);
          continue;
        }
        interim = 0;
        HttpHeaders headers = head.headers();
        HttpBody framed = HttpFraming.ofResponse(method, status, headers, limits);
        String reason = line.length() > 13 ? line.substring(13).strip() : "";
        bodiless = new HttpResponse(line.substring(0, 8), status, reason, headers, Octets.EMPTY);
        return framed;
      }
    }
  }

  /// `HTTP/1.x SP ddd [SP reason]` (RFC 9112 §4).
  private static int status(String line) throws HttpFaultException {
    boolean isHttp =
        line.length() >= 12
            && line.startsWith("HTTP/1.")
            && line.charAt(8) == ' '
            && (line.length() == 12 || line.charAt(12) == ' ');
    if (!isHttp) {
      throw new HttpFaultException(502, "not an HTTP answer");
    }
    String digits = line.substring(9, 12);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.charAt(0) == '0') {
      throw new HttpFaultException(502, "invalid status code");
    }
    return Integer.parseInt(digits);
  }
}
