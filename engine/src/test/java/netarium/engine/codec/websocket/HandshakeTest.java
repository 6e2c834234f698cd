package netarium.engine.codec.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import netarium.engine.codec.HttpParse;
import netarium.engine.codec.HttpReader;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpWriter;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The handshake (RFC 6455 §4).
class HandshakeTest {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  private static HttpRequest request(String text) {
    var parse = HttpReader.request(octets(text), HttpReader.Ending.STREAM);
    return ((HttpParse.Whole<HttpRequest>) parse).message();
  }

  private static Optional<String> trouble(String response) {
    var parse = HttpReader.response(octets(response), HttpReader.Ending.AT_HAND, true);
    return Handshake.troubleIn(((HttpParse.Whole<HttpResponse>) parse).message(), KEY);
  }

  @Test
  void acceptValue_isThatOfTheRfc() {
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept(KEY));
    assertEquals(KEY, Handshake.key("the sample nonce".getBytes(ISO_8859_1)));
  }

  @Test
  void request_hasWhatTheRfcWants() {
    assertEquals(
        """
        GET /chat HTTP/1.1
        Host: server:8000
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
            .replace("\n", "\r\n"),
        new String(
            HttpWriter.write(Handshake.request("server:8000", "/chat", KEY)).toByteArray(),
            ISO_8859_1));
  }

  @Test
  void rightRequest_isAccepted_andTheAnswerSatisfiesTheClient() {
    var answer = Handshake.answer(Handshake.request("h", "/", KEY));
    String text = new String(HttpWriter.write(answer.response()).toByteArray(), ISO_8859_1);
    assertInstanceOf(Handshake.Answer.Accepted.class, answer);
    assertEquals(
        """
        HTTP/1.1 101 Switching Protocols
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

        """
            .replace("\n", "\r\n"),
        text);
    assertEquals(Optional.empty(), trouble(text));
  }

  @Test
  void requestOfABrowser_isAccepted() {
    String text =
        """
        GET /chat?a=b HTTP/1.1
        host: server
        upgrade: WebSocket, other
        connection: keep-alive, Upgrade
        origin: http://x
        sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==
        sec-websocket-protocol: chat
        sec-websocket-extensions: permessage-deflate
        sec-websocket-version: 13

        """;
    var answer = Handshake.answer(request(text.replace("\n", "\r\n")));
    assertEquals(101, answer.response().status());
    assertEquals(Optional.empty(), answer.response().headers().first("Sec-WebSocket-Extensions"));
    assertEquals(Optional.empty(), answer.response().headers().first("Sec-WebSocket-Protocol"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /,POST /,400",
    "HTTP/1.1,HTTP/1.0,400",
    "Host: server:8000,X: y,400",
    "Upgrade: websocket,Upgrade: h2c,426",
    "Upgrade: websocket,X: y,426",
    "Connection: Upgrade,Connection: close,400",
    "Version: 13,Version: 8,426",
    "Sec-WebSocket-Version: 13,X: y,426",
    "dGhlIHNhbXBsZSBub25jZQ==,dGhlIHNhbXBsZSBub25jZQ,400",
    "dGhlIHNhbXBsZSBub25jZQ==,c2hvcnQ=,400",
    "dGhlIHNhbXBsZSBub25jZQ==,???,400",
  })
  void requestWithAMistake_isRefused(String right, String wrong, int status) {
    String text =
        new String(
            HttpWriter.write(Handshake.request("server:8000", "/chat", KEY)).toByteArray(),
            ISO_8859_1);
    var answer = Handshake.answer(request(text.replace(right, wrong)));
    var refused = assertInstanceOf(Handshake.Answer.Refused.class, answer);
    assertEquals(status, refused.response().status());
    Optional<String> version = status == 426 ? Optional.of("13") : Optional.empty();
    assertEquals(version, refused.response().headers().first("Sec-WebSocket-Version"));
  }

  @ParameterizedTest
  @CsvSource({
    "101 Switching Protocols,404 Not Found,the server answered 404 Not Found",
    "Upgrade: websocket,X: y,the server does not upgrade to websocket",
    "Upgrade: websocket,Upgrade: h2c,the server does not upgrade to websocket",
    "Connection: Upgrade,X: y,the server's Connection header does not say Upgrade",
    "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=,s3pPLMBiTxaQ9kYGzzhZRbK+xOO=,the server's"
        + " Sec-WebSocket-Accept is wrong",
    "Sec-WebSocket-Accept,X,the server's Sec-WebSocket-Accept is wrong",
    "HTTP/1.1,HTTP/1.0,the server does not speak HTTP/1.1",
    "HTTP/1.1,RTSP/1.1,the server does not speak HTTP/1.1",
  })
  void responseWithAMistake_isRefused(String right, String wrong, String why) {
    String text =
        """
        HTTP/1.1 101 Switching Protocols
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

        """;
    assertEquals(Optional.of(why), trouble(text.replace(right, wrong).replace("\n", "\r\n")));
    String more = "the server chose an extension or a protocol that nobody asked for";
    String chosen = text.replace("Upgrade:", "Sec-WebSocket-Protocol: x\nUpgrade:");
    assertEquals(Optional.of(more), trouble(chosen.replace("\n", "\r\n")));
  }
}
