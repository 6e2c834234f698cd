package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers on a stream, however it was cut.
final class HttpResponseDecoderTest {
  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  private static List<String> read(String method, String text, int pieceOctets) {
    HttpResponseDecoder decoder = new HttpResponseDecoder(HttpLimits.DEFAULT);
    decoder.expectAnswerTo(method);
    List<String> said = new ArrayList<>();
    for (int at = 0; at <= text.length(); at += pieceOctets) {
      if (at + pieceOctets > text.length()) {
        decoder.end();
      }
      decoder.feed(octets(text.substring(at, Math.min(text.length(), at + pieceOctets))));
      HttpDecode<HttpResponse> next = decoder.next();
      while (next instanceof HttpDecode.Whole<HttpResponse> whole) {
        HttpResponse response = whole.message();
        said.add(
            response.status()
                + " "
                + response.reason()
                + "|"
                + new String(response.body().toByteArray(), ISO_8859_1)
                + whole.trailers().fields());
        if (decoder.isBetweenAnswers()) {
          break;
        }
        next = decoder.next();
      }
      if (next instanceof HttpDecode.Fault<HttpResponse> fault && !said.contains(fault.why())) {
        said.add(fault.why());
      }
    }
    return said;
  }

  @Test
  void answersInPiecesOfAnySize_areTheSame() {
    String text =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
            + "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n"
            + "HTTP/1.1 200 Very well\r\nTransfer-Encoding: chunked\r\nFolded: a\r\n b\r\n\r\n"
            + "3\r\nabc\r\n1\r\nd\r\n0\r\nSum: 4\r\n\r\n"
            + "HTTP/1.1 404\r\n\r\nto the end";
    List<String> wanted =
        List.of(
            "200 OK|abc[]",
            "204 No Content|[]",
            "200 Very well|abcd[Field[name=Sum, value=4]]",
            "404 |to the end[]");
    for (int size = 1; size <= text.length() + 1; size++) {
      List<String> said = read("GET", text, size);
      assertEquals(wanted, said.subList(0, Math.min(4, said.size())), "in pieces of " + size);
    }
  }

  @Test
  void answerToHead_hasNoBody() {
    List<String> said = read("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n", 1000);
    assertEquals("200 OK|[]", said.getFirst());
  }

  @Test
  void answerUpToTheEnd_usesUpTheStream() {
    HttpResponseDecoder decoder = new HttpResponseDecoder(HttpLimits.DEFAULT);
    decoder.feed(octets("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"));
    decoder.next();
    assertFalse(decoder.usedUpStream());
    decoder.feed(octets("HTTP/1.0 200 OK\r\n\r\n"));
    decoder.next();
    decoder.end();
    decoder.next();
    assertTrue(decoder.usedUpStream());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not an HTTP answer|SSH-2.0-x\r\n",
        "not an HTTP answer|HTTP/2 200\r\n",
        "invalid status code|HTTP/1.1 2x0 OK\r\n",
        "connection closed without an answer|",
        "connection closed within the head|HTTP/1.1 200 OK\r\nA: b\r\n",
        "connection closed after 2 of 3 body octets"
            + "|HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "connection closed after 1 body octets"
            + "|HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
        "two different values of Content-Length"
            + "|HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        "unknown transfer coding: [gzip]|HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "a body of more than 8388608 octets|HTTP/1.1 200 OK\r\nContent-Length: 8388609\r\n\r\n",
      })
  void wrongAnswer_isSaidInWords(String row) {
    int bar = row.indexOf('|');
    String why = row.substring(0, bar);
    assertEquals(List.of(why), read("GET", row.substring(bar + 1), 1));
    assertEquals(List.of(why), read("GET", row.substring(bar + 1), 10_000));
  }

  @Test
  void chunksThatAreWritten_areRead() {
    HttpHeaders trailers = new HttpHeaders(List.of(new HttpHeaders.Field("Sum", "7")));
    for (String body : List.of("", "a", "x".repeat(300))) {
      HttpResponseDecoder decoder = new HttpResponseDecoder(HttpLimits.DEFAULT);
      decoder.feed(octets("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
      decoder.feed(HttpChunks.encode(octets(body), trailers));
      if (!(decoder.next() instanceof HttpDecode.Whole<HttpResponse> whole)) {
        throw new AssertionError("not whole");
      }
      assertEquals(octets(body), whole.message().body());
      assertEquals(trailers, whole.trailers());
    }
  }
}
