package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server's end of an HTTP connection, without a network below it.
final class HttpServerConnectionTest {
  private static final String GET = "GET /%s HTTP/1.1\r\nHost: h\r\n\r\n";

  private final Simulator simulator = new Simulator();
  private final FakeStream stream = new FakeStream();
  private final List<HttpExchange> asked = new ArrayList<>();
  private final HttpServerSettings settings = HttpServerSettings.usual(0, new OctetRoom(1 << 20));
  private int ends;
  private final HttpServerConnection connection =
      new HttpServerConnection(simulator, stream, settings, asked::add, _ -> ends++);

  HttpServerConnectionTest() {
    connection.open();
  }

  private void answer(int index, String body) {
    asked.get(index).answer(200, "text/plain", text(body), HttpHeaders.NONE);
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  private void passes(long seconds) {
    simulator.horizon(new SimTime(simulator.nowNanos() + seconds * 1_000_000_000L));
    while (simulator.step()) {}
    simulator.advanceTo(simulator.horizon());
  }

  @Test
  void requestsOneAfterTheOther_useTheSameConnection() {
    stream.comes(GET.formatted("a"));
    answer(0, "one");
    assertEquals(
        "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Type: text/plain\r\n"
            + "Content-Length: 3\r\n\r\none",
        stream.takeSent());
    stream.comes(GET.formatted("b"));
    answer(1, "two");
    assertTrue(stream.takeSent().endsWith("\r\n\r\ntwo"));
    assertFalse(stream.isShut);
  }

  @Test
  void pipelinedAnswers_leaveInTheOrderOfTheRequests() {
    stream.comes(GET.formatted("a") + GET.formatted("b") + GET.formatted("c"));
    assertEquals(3, asked.size());
    answer(2, "third");
    answer(1, "second");
    assertEquals("", stream.takeSent());
    answer(0, "first");
    assertEquals(List.of("first", "second", "third"), bodies(stream.takeSent()));
  }

  private static List<String> bodies(String sent) {
    List<String> bodies = new ArrayList<>();
    for (String each : sent.split("HTTP/1.1 ", -1)) {
      if (!each.isEmpty()) {
        bodies.add(each.substring(each.indexOf("\r\n\r\n") + 4));
      }
    }
    return bodies;
  }

  @Test
  void requestThatChangesThings_waitsForAllBeforeIt() {
    String post = "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx";
    stream.comes(GET.formatted("a") + post + GET.formatted("c"));
    assertEquals(1, asked.size());
    answer(0, "a");
    assertEquals(2, asked.size());
    answer(1, "b");
    assertEquals("/c", asked.get(2).request().target());
    answer(2, "c");
    assertEquals(List.of("a", "b", "c"), bodies(stream.takeSent()));
  }

  @Test
  void endlessPipeline_isReadOnlyAsFarAsItIsAnswered() {
    stream.comes(GET.formatted("x").repeat(50));
    assertEquals(16, asked.size());
    for (int i = 0; i < 50; i++) {
      answer(i, "x");
    }
    assertEquals(50, bodies(stream.takeSent()).size());
  }

  @Test
  void clientThatDoesNotRead_getsNoMoreThanItsWindow() {
    stream.room = 100;
    stream.comes(GET.formatted("a"));
    asked.getFirst().answer(200, "", text("x".repeat(1000)), HttpHeaders.NONE);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      all.append(stream.takeSent());
    }
    assertTrue(all.toString().endsWith("x".repeat(1000)));
  }

  @Test
  void answerToHead_saysTheLengthWithoutTheBody() {
    stream.comes("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
    answer(0, "body");
    String sent = stream.takeSent();
    assertTrue(sent.endsWith("Content-Length: 4\r\n\r\n"), sent);
  }

  @ParameterizedTest
  @CsvSource({"204", "304"})
  void statusWithoutBody_hasNoLengthEither(int status) {
    stream.comes(GET.formatted(""));
    asked.getFirst().answer(status, "text/plain", text("no"), HttpHeaders.NONE);
    String sent = stream.takeSent();
    assertFalse(sent.contains("Content-"), sent);
    assertTrue(sent.endsWith("\r\n\r\n"), sent);
  }

  @Test
  void chunkedAnswer_isChunkedForWhoCanReadIt() {
    HttpHeaders chunked =
        new HttpHeaders(List.of(new HttpHeaders.Field("Transfer-Encoding", "chunked")));
    stream.comes(GET.formatted("") + "GET / HTTP/1.0\r\n\r\n");
    asked.get(0).answer(200, "", text("abc"), chunked);
    asked.get(1).answer(200, "", text("abc"), chunked);
    String sent = stream.takeSent();
    assertTrue(sent.contains("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP"), sent);
    assertTrue(sent.endsWith("Connection: close\r\nContent-Length: 3\r\n\r\nabc"), sent);
  }

  @Test
  void connectionClose_endsAfterTheAnswerAndReadsPastTheRest() {
    stream.comes("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + GET.formatted("late"));
    assertEquals(1, asked.size());
    answer(0, "bye");
    assertTrue(stream.takeSent().contains("Connection: close\r\n"));
    assertTrue(stream.isShut);
    assertFalse(stream.isClosed);
    stream.ends();
    assertTrue(stream.isClosed);
    assertEquals(1, ends);
  }

  @Test
  void clientThatStaysAfterTheEnd_isLeftAfterAWhile() {
    stream.comes("GET / HTTP/1.0\r\n\r\n");
    answer(0, "bye");
    passes(4);
    assertFalse(stream.isClosed);
    passes(2);
    assertTrue(stream.isClosed);
  }

  @Test
  void oldClientThatWantsToStay_isToldItMay() {
    stream.comes("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    answer(0, "hi");
    assertTrue(stream.takeSent().contains("Connection: keep-alive\r\n"));
    assertFalse(stream.isShut);
  }

  @Test
  void wrongRequest_isAnsweredBehindTheGoodOnes() {
    stream.comes(GET.formatted("a") + "nonsense\r\n");
    assertEquals("", stream.takeSent());
    answer(0, "good");
    List<String> bodies = bodies(stream.takeSent());
    assertEquals(List.of("good", "Bad Request: invalid request line\n"), bodies);
    assertTrue(stream.isShut);
  }

  @Test
  void requestThatStops_isTimedOutAndAnswered() {
    stream.comes("GET / HTTP/1.1\r\nHo");
    passes(29);
    stream.comes("st");
    assertEquals("", stream.takeSent());
    passes(2);
    String sent = stream.takeSent();
    assertTrue(sent.startsWith("HTTP/1.1 408 Request Timeout\r\n"), sent);
    assertTrue(stream.isShut);
  }

  @Test
  void bodyThatKeepsComing_mayTakeLong() {
    stream.comes("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n");
    for (int i = 0; i < 4; i++) {
      passes(20);
      stream.comes("x");
    }
    assertEquals(1, asked.size());
    answer(0, "");
    stream.comes("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nx");
    passes(31);
    assertTrue(stream.takeSent().contains(" 408 "));
  }

  @Test
  void connectionWithoutRequests_isClosedSilently() {
    passes(59);
    assertFalse(stream.isShut);
    passes(2);
    assertTrue(stream.isShut);
    assertEquals("", stream.takeSent());
  }

  @Test
  void expectation_isAnsweredBeforeTheBody() {
    stream.comes("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    assertEquals("HTTP/1.1 100 Continue\r\n\r\n", stream.takeSent());
    stream.comes("ok");
    answer(0, "done");
    assertTrue(stream.takeSent().endsWith("\r\n\r\ndone"));
  }

  @Test
  void clientThatEndsItsDirection_stillGetsItsAnswer() {
    stream.comes(GET.formatted(""));
    stream.ends();
    answer(0, "late");
    assertTrue(stream.takeSent().endsWith("late"));
    assertTrue(stream.isClosed);
  }

  @Test
  void requestCutOff_isABadRequest() {
    stream.comes("GET / HT");
    stream.ends();
    assertTrue(stream.takeSent().startsWith("HTTP/1.1 400 Bad Request\r\n"));
  }

  @Test
  void connectionThatFails_abandonsItsRequests() {
    stream.comes(GET.formatted(""));
    stream.fails();
    assertTrue(asked.getFirst().isAbandoned());
    answer(0, "nobody hears this");
    assertEquals(1, ends);
    assertEquals("", stream.takeSent());
  }

  @Test
  void framingFieldsOfTheHandler_areOurs() {
    stream.comes(GET.formatted("") + GET.formatted("never"));
    HttpHeaders more =
        new HttpHeaders(
            List.of(
                new HttpHeaders.Field("Content-Length", "99"),
                new HttpHeaders.Field("X", "1"),
                new HttpHeaders.Field("Connection", "close")));
    asked.getFirst().answer(201, "text/plain", text("ok"), more);
    String sent = stream.takeSent();
    assertTrue(sent.endsWith("X: 1\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"), sent);
    answer(1, "after the end");
    assertEquals("", stream.takeSent());
    assertTrue(stream.isShut);
  }

  @Test
  void servedConnection_keepsNoRunAlive() {
    stream.comes(GET.formatted(""));
    answer(0, "x");
    assertFalse(simulator.hasEssential());
    stream.comes("GET ");
    assertTrue(simulator.hasEssential());
  }

  @Test
  void moreThanTheServerHolds_isRefusedAndTheRoomGivenBack() {
    String post = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 600000\r\n\r\n";
    for (int i = 0; i < 3; i++) {
      stream.comes(post + "x".repeat(600_000));
      answer(i, "ok");
      assertTrue(stream.takeSent().endsWith("ok"));
    }
    stream.comes(post + "x".repeat(600_000) + post);
    stream.comes("x".repeat(600_000));
    answer(3, "ok");
    assertTrue(stream.takeSent().contains("HTTP/1.1 503 Service Unavailable\r\n"));
    stream.ends();
    FakeStream other = new FakeStream();
    new HttpServerConnection(simulator, other, settings, asked::add, _ -> {}).open();
    other.comes(post + "x".repeat(600_000));
    assertEquals(5, asked.size());
  }
}
