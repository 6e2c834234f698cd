package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests on a stream: whole however the stream was cut, refused where they are ambiguous.
final class HttpRequestDecoderTest {
  private static final String HOST = "Host: h\r\n";

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  /// What comes out when the text comes in pieces of that size, each message or fault as a line.
  private static List<String> read(String text, int pieceOctets) {
    HttpRequestDecoder decoder = new HttpRequestDecoder(HttpLimits.DEFAULT);
    List<String> said = new ArrayList<>();
    for (int at = 0; at < text.length(); at += pieceOctets) {
      decoder.feed(octets(text.substring(at, Math.min(text.length(), at + pieceOctets))));
      HttpDecode<HttpRequest> next = decoder.next();
      while (next instanceof HttpDecode.Whole<HttpRequest> whole) {
        HttpRequest request = whole.message();
        said.add(
            request.method()
                + " "
                + request.target()
                + " "
                + new String(request.body().toByteArray(), ISO_8859_1)
                + whole.trailers().fields());
        next = decoder.next();
      }
      if (next instanceof HttpDecode.Fault<HttpRequest> fault) {
        said.add(fault.status() + " " + fault.why());
        break;
      }
    }
    return said;
  }

  @Test
  void requestsInPiecesOfAnySize_areTheSame() {
    String text =
        "GET /a?x=1 HTTP/1.1\r\nHost: h\r\nA: b\r\n\r\n"
            + "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"
            + "PUT /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: last\r\n\r\n"
            + "\r\nHEAD / HTTP/1.0\r\n\r\n";
    List<String> wanted =
        List.of(
            "GET /a?x=1 []",
            "POST /b hello[]",
            "PUT /c abc0123456789[Field[name=T, value=last]]",
            "HEAD / []");
    for (int size = 1; size <= text.length(); size++) {
      assertEquals(wanted, read(text, size), "in pieces of " + size);
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(400, "GET /\r\n\r\n"),
        fault(400, "GET / HTTP/1.1 more\r\n\r\n"),
        fault(400, "GET  / HTTP/1.1\r\n\r\n"),
        fault(400, " GET / HTTP/1.1\r\n\r\n"),
        fault(400, "G(T / HTTP/1.1\r\n\r\n"),
        fault(400, "GET nowhere HTTP/1.1\r\n\r\n"),
        fault(400, "GET * HTTP/1.1\r\n\r\n"),
        fault(400, "GET / http/1.1\r\n\r\n"),
        fault(400, "GET / HTTP/11\r\n\r\n"),
        fault(400, "GET /\u00e9 HTTP/1.1\r\n\r\n"),
        fault(400, "\0\1\2\3"),
        fault(400, "\r\n\r\n\r\n\r\n\r\n"),
        fault(505, "GET / HTTP/2.0\r\n" + HOST + "\r\n"),
        fault(501, "CONNECT h:1 HTTP/1.1\r\n" + HOST + "\r\n"),
        fault(501, "X".repeat(33) + " / HTTP/1.1\r\n" + HOST + "\r\n"),
        fault(414, "GET /" + "x".repeat(9000)),
        fault(431, "GET / HTTP/1.1\r\nA: " + "x".repeat(70_000)),
        fault(431, "GET / HTTP/1.1\r\n" + ("A: " + "x".repeat(8000) + "\r\n").repeat(9)),
        fault(431, "GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(101)),
        fault(400, "GET / HTTP/1.1\r\n\r\n"),
        fault(400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
        fault(400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "No colon\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "Blank : b\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + ": b\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "A: b\r\n folded\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "A: b\rC: d\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "A: b\0\r\n"),
        fault(400, "GET / HTTP/1.1\r\n" + HOST + "A: b\u007f\r\n"),
        fault(400, post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")),
        fault(400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
        fault(417, post("Content-Length: 1\r\nExpect: a miracle\r\n")));
  }

  static Stream<Arguments> framingFaults() {
    return Stream.of(
        fault(400, post("Content-Length: 1\r\nContent-Length: 2\r\n")),
        fault(400, post("Content-Length: 1\r\nContent-Length: 1\r\n")),
        fault(400, post("Content-Length: 1, 1\r\n")),
        fault(400, post("Content-Length: +1\r\n")),
        fault(400, post("Content-Length: -1\r\n")),
        fault(400, post("Content-Length: 0x1\r\n")),
        fault(400, post("Content-Length:\r\n")),
        fault(413, post("Content-Length: 8388609\r\n")),
        fault(413, post("Content-Length: 99999999999999999999\r\n")),
        fault(400, post("Transfer-Encoding:\r\n")),
        fault(501, post("Transfer-Encoding: gzip\r\n")),
        fault(501, post("Transfer-Encoding: identity\r\n")),
        fault(501, post("Transfer-Encoding: gzip, chunked\r\n")),
        fault(400, post("Transfer-Encoding: chunked, gzip\r\n")),
        fault(400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")),
        fault(400, chunks("x\r\n")),
        fault(400, chunks("\r\n")),
        fault(400, chunks("-1\r\n")),
        fault(400, chunks("1 2\r\n")),
        fault(400, chunks("123456789\r\n")),
        fault(400, chunks("3\nabc")),
        fault(400, chunks("3\r\nabcd")),
        fault(400, chunks("3\r\nabc\n")),
        fault(413, chunks("800001\r\n")),
        fault(413, chunks("ffffffff\r\n")),
        fault(400, chunks("0\r\nbad trailer\r\n")),
        fault(431, chunks("0\r\n" + "A: b\r\n".repeat(101))));
  }

  private static Arguments fault(int status, String text) {
    return Arguments.of(status, text);
  }

  private static String post(String fields) {
    return "POST / HTTP/1.1\r\n" + HOST + fields + "\r\n";
  }

  private static String chunks(String body) {
    return post("Transfer-Encoding: chunked\r\n") + body;
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource({"faults", "framingFaults"})
  void wrongRequest_hasItsStatusHoweverItIsCut(int status, String text) {
    for (int size : new int[] {1, 7, text.length()}) {
      List<String> said = read(text, size);
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.getFirst().startsWith(status + " "), said::toString);
    }
  }

  @Test
  void whatFollowsAFault_isNeverRead() {
    HttpRequestDecoder decoder = new HttpRequestDecoder(HttpLimits.DEFAULT);
    decoder.feed(octets("bad\r\n"));
    assertInstanceOf(HttpDecode.Fault.class, decoder.next());
    decoder.feed(octets("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
    assertInstanceOf(HttpDecode.Fault.class, decoder.next());
  }

  @Test
  void largeBodyInSmallPieces_isWhole() {
    byte[] body = new byte[100_000];
    new SplittableRandom(1).nextBytes(body);
    HttpRequestDecoder decoder = new HttpRequestDecoder(HttpLimits.DEFAULT);
    decoder.feed(octets("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n"));
    for (int at = 0; at < body.length; at += 100) {
      assertInstanceOf(HttpDecode.More.class, decoder.next());
      decoder.feed(Octets.copyOf(body, at, 100));
    }
    HttpDecode.Whole<?> whole = assertInstanceOf(HttpDecode.Whole.class, decoder.next());
    assertEquals(Octets.wrap(body), ((HttpRequest) whole.message()).body());
    assertTrue(decoder.isBetweenRequests());
  }

  @Test
  void expectation_isToldOnceAndOnlyWhileTheBodyIsMissing() {
    String head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
    HttpRequestDecoder waiting = new HttpRequestDecoder(HttpLimits.DEFAULT);
    waiting.feed(octets(head));
    waiting.next();
    assertTrue(waiting.takeExpectation());
    assertFalse(waiting.takeExpectation());
    HttpRequestDecoder impatient = new HttpRequestDecoder(HttpLimits.DEFAULT);
    impatient.feed(octets(head + "ok"));
    assertInstanceOf(HttpDecode.Whole.class, impatient.next());
    assertFalse(impatient.takeExpectation());
  }

  @Test
  void pathAndQuery_areTakenFromEveryFormOfATarget() {
    assertEquals("/a/b|x=1&y", split("/a/b?x=1&y"));
    assertEquals("/p|q", split("http://host:80/p?q"));
    assertEquals("/|q", split("http://host?q"));
    assertEquals("/|", split("http://host"));
    assertEquals("*|", split("*"));
    assertEquals("/a|", split("/a#f?x"));
  }

  private static String split(String target) {
    HttpRequest request =
        new HttpRequest("GET", target, "HTTP/1.1", HttpHeaders.NONE, Octets.EMPTY);
    return request.path() + "|" + request.query();
  }
}
