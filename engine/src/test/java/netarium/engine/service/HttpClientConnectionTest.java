package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpRequest;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// A client's end of an HTTP connection, without a network below it.
final class HttpClientConnectionTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";

  private final FakeStream stream = new FakeStream();
  private final HttpClientConnection connection =
      new HttpClientConnection(stream, HttpLimits.DEFAULT);
  private final List<String> said = new ArrayList<>();

  private void ask(String method) {
    HttpRequest request = new HttpRequest(method, "/", "HTTP/1.1", HttpHeaders.NONE, Octets.EMPTY);
    connection.send(
        request,
        result ->
            said.add(
                switch (result) {
                  case HttpClientConnection.Result.Failed(String why) -> why;
                  case HttpClientConnection.Result.Answered answered ->
                      answered.response().status() + " " + answered.response().body();
                }));
  }

  @Test
  void requests_shareTheConnectionAndKeepTheirOrder() {
    ask("GET");
    ask("HEAD");
    assertEquals("GET / HTTP/1.1\r\n\r\nHEAD / HTTP/1.1\r\n\r\n", stream.takeSent());
    stream.comes(OK + "a" + OK);
    assertEquals(List.of("200 61", "200 "), said);
    ask("GET");
    stream.comes(OK + "b");
    assertEquals("200 62", said.getLast());
    assertTrue(connection.isOpen());
  }

  @Test
  void answerThatCloses_failsThoseBehindIt() {
    ask("GET");
    ask("GET");
    stream.comes("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na" + OK + "b");
    assertEquals(List.of("200 61", "connection closed without an answer"), said);
    assertTrue(stream.isClosed);
    ask("GET");
    assertEquals("connection closed", said.getLast());
  }

  @Test
  void connectionThatFails_failsAllOnIt() {
    ask("GET");
    ask("GET");
    stream.fails();
    assertEquals(List.of("reset", "reset"), said);
  }

  @Test
  void whatComesUnasked_endsTheConnection() {
    ask("GET");
    stream.comes(OK + "a");
    stream.comes("more");
    assertFalse(connection.isOpen());
    assertEquals(1, said.size());
  }

  @Test
  void closedByUs_nobodyHearsOfIt() {
    ask("GET");
    connection.close();
    stream.comes(OK + "a");
    assertEquals(List.of(), said);
  }
}
