package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.sim.Simulator;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// Answers that are written while they leave.
final class HttpAnswerStreamTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String DATE = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n";

  private final FakeStream stream = new FakeStream();
  private final List<HttpExchange> asked = new ArrayList<>();
  private final HttpServerConnection connection =
      new HttpServerConnection(
          new Simulator(),
          stream,
          HttpServerSettings.usual(0, new OctetRoom(1 << 20)),
          asked::add,
          _ -> {});
  private int changes;

  HttpAnswerStreamTest() {
    connection.open();
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  private HttpAnswerStream begin(int index, OptionalLong length) {
    HttpAnswerStream begun = asked.get(index).begin(200, "OK", HttpHeaders.NONE, length);
    begun.onChange(() -> changes++);
    return begun;
  }

  @Test
  void lengthNobodyKnows_isChunked() {
    stream.comes(GET + GET);
    HttpAnswerStream answer = begin(0, OptionalLong.empty());
    assertEquals("", stream.takeSent());
    assertEquals(3, answer.offer(text("one")));
    assertEquals(
        "HTTP/1.1 200 OK\r\n" + DATE + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n",
        stream.takeSent());
    answer.offer(text("four4"));
    asked.get(1).answer(200, "", text("next"), HttpHeaders.NONE);
    assertEquals("5\r\nfour4\r\n", stream.takeSent());
    answer.end(text("!"));
    String rest = stream.takeSent();
    assertTrue(rest.startsWith("1\r\n!\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"), rest);
    assertTrue(rest.endsWith("\r\n\r\nnext"), rest);
    assertFalse(stream.isShut);
  }

  @Test
  void clientThatDoesNotRead_holdsTheWriterBack() {
    stream.room = 1000;
    stream.comes(GET);
    HttpAnswerStream answer = begin(0, OptionalLong.empty());
    int taken = 0;
    int last = 1;
    while (last > 0) {
      last = answer.offer(text("x".repeat(10_000)));
      taken += last;
    }
    assertTrue(taken < 50_000, "ahead of the client: " + taken);
    int before = changes;
    int come = 0;
    while (changes == before) {
      come += stream.takeSent().length();
      assertTrue(come < 50_000, "room was never told");
    }
    assertTrue(answer.offer(text("more")) > 0);
  }

  @Test
  void knownLength_isNeverExceededAndABodyTooShortIsCut() {
    stream.comes(GET);
    HttpAnswerStream answer = begin(0, OptionalLong.of(5));
    assertEquals(3, answer.offer(text("abc")));
    assertEquals(2, answer.offer(text("defgh")));
    assertEquals(0, answer.offer(text("i")));
    answer.end(Octets.EMPTY);
    String sent = stream.takeSent();
    assertTrue(sent.endsWith("Content-Length: 5\r\n\r\nabcde"), sent);
    assertFalse(stream.isShut);
    stream.comes(GET);
    HttpAnswerStream tooShort = begin(1, OptionalLong.of(5));
    tooShort.offer(text("abc"));
    tooShort.end(Octets.EMPTY);
    assertTrue(stream.takeSent().endsWith("\r\n\r\nabc"));
    assertTrue(stream.isShut);
  }

  @Test
  void oldClient_isToldTheEndByTheEnd() {
    stream.comes("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    HttpAnswerStream answer = begin(0, OptionalLong.empty());
    answer.offer(text("abc"));
    answer.end(Octets.EMPTY);
    assertEquals("HTTP/1.1 200 OK\r\n" + DATE + "Connection: close\r\n\r\nabc", stream.takeSent());
    assertTrue(stream.isShut);
  }

  @Test
  void answerToHead_hasOnlyAHead() {
    stream.comes("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n".repeat(2));
    HttpAnswerStream known = begin(0, OptionalLong.of(9));
    assertEquals(9, known.offer(text("123456789")));
    known.end(Octets.EMPTY);
    HttpAnswerStream unknown = begin(1, OptionalLong.empty());
    assertEquals(100_000, unknown.offer(text("x".repeat(100_000))));
    unknown.end(Octets.EMPTY);
    assertEquals(
        "HTTP/1.1 200 OK\r\n"
            + DATE
            + "Content-Length: 9\r\n\r\n"
            + "HTTP/1.1 200 OK\r\n"
            + DATE
            + "\r\n",
        stream.takeSent());
  }

  @Test
  void answerThatIsCut_endsTheConnectionWithin() {
    stream.comes(GET + GET);
    HttpAnswerStream answer = begin(0, OptionalLong.empty());
    answer.offer(text("abc"));
    answer.abort();
    assertTrue(stream.takeSent().endsWith("3\r\nabc\r\n"));
    assertTrue(stream.isShut);
    assertTrue(asked.get(1).isAbandoned());
    assertEquals(0, answer.offer(text("more")));
  }

  @Test
  void clientThatIsGone_isToldToTheWriter() {
    stream.comes(GET);
    HttpAnswerStream answer = begin(0, OptionalLong.empty());
    answer.offer(text("abc"));
    int before = changes;
    stream.fails();
    assertTrue(changes > before);
    assertTrue(answer.isAbandoned());
    assertEquals(0, answer.offer(text("more")));
    answer.end(text("rest"));
  }

  @Test
  void interimAnswer_comesBeforeTheAnswer() {
    stream.comes(GET);
    asked.getFirst().interim(103, "Early Hints", HttpHeaders.NONE.plus("Link", "<x>"));
    assertEquals("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n", stream.takeSent());
    asked.getFirst().answer(204, "", Octets.EMPTY, HttpHeaders.NONE);
    assertEquals("HTTP/1.1 204 No Content\r\n" + DATE + "\r\n", stream.takeSent());
  }
}
