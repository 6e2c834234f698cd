package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import netarium.engine.codec.websocket.Frame;
import netarium.engine.codec.websocket.Message;
import netarium.engine.codec.websocket.Opcode;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ends of a conversation, and one end against octets of all kinds.
class WebSocketTest extends WebSocketLab {
  private static final String REQUEST =
      """
      GET / HTTP/1.1
      Host: server
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Version: 13

      """
          .replace("\n", "\r\n");

  @Test
  void messages_goBothWays_andACloseIsAnswered() {
    server.onMessage = data -> server.socket().send(data.isText(), data.payload());
    converse(() -> {
      client.socket().send(true, text("Grüße"));
      client.socket().send(false, text("raw"));
      client.socket().send(true, Octets.EMPTY);
      at(200, () -> client.socket().close(1000, text("bye")));
    });
    assertEquals(List.of("open", "text Grüße", "binary raw", "text ", "ended 1000 "), client.told);
    assertEquals(
        List.of("open", "text Grüße", "binary raw", "text ", "ended 1000 bye"), server.told);
  }

  @ParameterizedTest
  @ValueSource(ints = {125, 126, 65_535, 65_536, 100_000})
  void messageOfAnyLength_comesWhole(int length) {
    server.onMessage = data -> server.socket().send(data.isText(), data.payload());
    converse(() -> {
      client.socket().send(false, Octets.wrap(new byte[length]));
      at(3000, () -> client.socket().close(1000, Octets.EMPTY));
    });
    String message = "binary " + length + " octets";
    assertEquals(List.of("open", message, "ended 1000 "), server.told);
    assertEquals(List.of("open", message, "ended 1000 "), client.told);
  }

  @Test
  void messageThatIsTooBig_endsWith1009() {
    converse(() -> client.socket().send(false, Octets.wrap(new byte[100_001])));
    String why = "a payload of 100001 octets is too big";
    assertEquals(List.of("open", "ended 1009 " + why + " (" + why + ")"), server.told);
    assertEquals(List.of("open", "ended 1009 " + why), client.told);
  }

  @Test
  void serverThatCloses_isAnsweredWithItsCode() {
    converse(() -> server.socket().close(4001, text("game over")));
    assertEquals(List.of("open", "ended 4001 "), server.told);
    assertEquals(List.of("open", "ended 4001 game over"), client.told);
  }

  @Test
  void bothClosing_isNoTrouble() {
    converse(() -> {
      server.socket().close(1001, Octets.EMPTY);
      client.socket().close(1000, Octets.EMPTY);
    });
    assertEquals(List.of("open", "ended 1000 "), server.told);
    assertEquals(List.of("open", "ended 1001 "), client.told);
  }

  @Test
  void endThatLeaves_saysGoingAway() {
    converse(() -> server.socket().leave(1001));
    assertEquals(List.of("open"), server.told);
    assertEquals(List.of("open", "ended 1001 "), client.told);
  }

  @Test
  void nothingIsSent_afterClose() {
    converse(() -> {
      client.socket().close(1000, Octets.EMPTY);
      client.socket().send(true, text("late"));
      assertFalse(client.socket().isOpen());
    });
    assertEquals(List.of("open", "ended 1000 "), server.told);
  }

  @Test
  void reader_thatIsNotReady_stopsTheSender() {
    server.mayReceive = false;
    converse(() -> {
      client.socket().send(true, text("one"));
      client.socket().close(1000, Octets.EMPTY);
      at(
          500,
          () -> {
            assertEquals(List.of("open"), server.told);
            server.mayReceive = true;
            server.socket().proceed();
          });
    });
    assertEquals(List.of("open", "text one", "ended 1000 "), server.told);
  }

  /// What the server's octets are in a conversation with these of a client, and what its end is
  /// told; the client closes nothing.
  private String serveTo(String... steps) {
    serve();
    TcpSocket stream = connect();
    List<Octets> come = new ArrayList<>();
    Runnable read = () -> come.add(stream.receive(Integer.MAX_VALUE));
    stream.onChange(read);
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      at(
          100 + 100 * i,
          () -> {
            switch (step) {
              case "abort" -> stream.abort();
              case "end" -> stream.shutdownWrite();
              default -> stream.offer(ServiceLab.hex(step));
            }
          });
    }
    lab.lab.run();
    Octets all = Octets.EMPTY;
    for (Octets each : come) {
      all = all.plus(each);
    }
    String text = ServiceLab.latin1(all);
    int head = text.indexOf("\r\n\r\n");
    return head < 0 ? text : all.slice(head + 4).toString();
  }

  private static String asked(String frames) {
    return ServiceLab.inHex(REQUEST) + frames;
  }

  private static String close(int code, String why) {
    return new Frame(
            true, Opcode.CLOSE, OptionalInt.empty(), Message.Close.payload(code, text(why)))
        .octets()
        .toString();
  }

  @Test
  void unmaskedFrameOfAClient_is1002() {
    String why = "a client's frame is not masked";
    assertEquals(close(1002, why), serveTo(asked("810161")));
    assertEquals(List.of("open", "ended 1002 " + why + " (" + why + ")"), server.told);
  }

  @Test
  void textThatIsNotUtf8_is1007() {
    String why = "the text is not UTF-8";
    assertEquals(close(1007, why), serveTo(asked("818100000000ff"), "end"));
    assertEquals(List.of("open", "ended 1007 " + why + " (" + why + ")"), server.told);
  }

  @Test
  void ping_isAnsweredBetweenFragments() {
    String frames = "01810000000061" + "89820000000070" + "70" + "80810000000062";
    assertEquals("8a027070" + "880203e8", serveTo(asked(frames), "88820000000003e8"));
    assertEquals("text ab", server.told.get(1));
  }

  @Test
  void closeFrame_isEchoedWithItsCode() {
    assertEquals("880203e9", serveTo(asked("888500000000" + "03e9676f21")));
    assertEquals(List.of("open", "ended 1001 go!"), server.told);
  }

  @Test
  void emptyCloseFrame_isEchoedEmpty() {
    assertEquals("8800", serveTo(asked("888000000000")));
    assertEquals(List.of("open", "ended 1005 "), server.told);
  }

  @Test
  void octetsOfOneSegmentEach_areUnderstood() {
    serve();
    TcpSocket stream = connect();
    stream.noDelay();
    Octets octets = ServiceLab.hex(asked("81810000000061" + "888000000000"));
    for (int i = 0; i < octets.length(); i++) {
      Octets one = octets.slice(i, i + 1);
      at(100 + 3L * i, () -> stream.offer(one));
    }
    lab.lab.run();
    assertEquals(List.of("open", "text a", "ended 1005 "), server.told);
  }

  @Test
  void lostConnection_is1006() {
    serveTo(asked("8181000000"), "abort");
    assertEquals(List.of("open", "ended 1006 connection lost"), server.told);
  }

  @Test
  void streamThatEndsWithoutCloseFrame_is1006() {
    serveTo(asked(""), "end");
    assertEquals(List.of("open", "ended 1006 connection lost"), server.told);
  }

  @Test
  void closeFrameThatNobodyAnswers_isGivenUp() {
    serve();
    TcpSocket stream = connect();
    at(100, () -> stream.offer(ServiceLab.hex(asked(""))));
    at(200, () -> server.socket().close(1000, Octets.EMPTY));
    at(5_190, () -> assertEquals(List.of("open"), server.told));
    lab.lab.run();
    assertEquals(List.of("open", "ended 1006 the close frame was not answered"), server.told);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /,POST /,HTTP/1.1 400 Bad Request",
    "Version: 13,Version: 12,HTTP/1.1 426 Upgrade Required",
    "GET / HTTP/1.1,SSH-2.0-x,HTTP/1.1 400 Bad Request",
  })
  void wrongHandshake_isRefusedAndEnds(String right, String wrong, String line) {
    serve();
    TcpSocket stream = connect();
    StringBuilder come = new StringBuilder();
    stream.onChange(() -> {
      come.append(ServiceLab.latin1(stream.receive(Integer.MAX_VALUE)));
      if (stream.isAtEnd()) {
        stream.close();
      }
    });
    at(100, () -> stream.offer(ServiceLab.text(REQUEST.replace(right, wrong))));
    lab.lab.run();
    assertTrue(come.toString().startsWith(line), come.toString());
    assertTrue(server.told.getFirst().startsWith("failed 1006"), server.told.toString());
    assertEquals(1, server.told.size());
  }

  @Test
  void clientThatSaysNothing_isGivenUp() {
    serve();
    connect();
    lab.lab.run();
    assertEquals(List.of("failed 1006  (the handshake timed out)"), server.told);
  }

  /// A client whose server answers these lines, then these octets.
  private void dialTo(String head, String frames) {
    TcpListener listener = lab.server.listen(80);
    listener.onChange(() -> {
      ByteStream stream = listener.accept().orElseThrow();
      stream.onChange(() -> {
        String request = ServiceLab.latin1(stream.receive(Integer.MAX_VALUE));
        int at = request.indexOf("Sec-WebSocket-Key: ");
        if (at >= 0) {
          String key = request.substring(at + 19, at + 43);
          String accept = netarium.engine.codec.websocket.Handshake.accept(key);
          stream.offer(
              ServiceLab.text(head.replace("ACCEPT", accept).replace("\n", "\r\n"))
                  .plus(ServiceLab.hex(frames)));
        }
        if (stream.isAtEnd()) {
          stream.close();
        }
      });
    });
    dial();
    lab.lab.run();
  }

  private static final String SWITCH =
      """
      HTTP/1.1 101 Switching Protocols
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Accept: ACCEPT

      """;

  @Test
  void framesBehindTheAnswer_areTaken() {
    dialTo(SWITCH, "810161" + "880203e8");
    assertEquals(List.of("open", "text a", "ended 1000 "), client.told);
  }

  @Test
  void maskedFrameOfAServer_is1002() {
    dialTo(SWITCH, "818100000000" + "61");
    String why = "a server's frame is masked";
    assertEquals(List.of("open", "ended 1002 " + why + " (" + why + ")"), client.told);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT,xxx,the server's Sec-WebSocket-Accept is wrong",
    "101 Switching Protocols,404 Not Found,the server answered 404 Not Found",
    "'101 Switching Protocols\n','500 Oops\nContent-Length: 5\n',the server answered 500 Oops",
    "HTTP/1.1,RTSP/1.1,the server does not speak HTTP/1.1",
  })
  void wrongAnswer_opensNothing(String right, String wrong, String why) {
    dialTo(SWITCH.replace(right, wrong), "810161");
    assertEquals(List.of("failed 1006  (" + why + ")"), client.told);
  }
}
