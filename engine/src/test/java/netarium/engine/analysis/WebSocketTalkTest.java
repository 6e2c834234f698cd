package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import netarium.engine.analysis.WebSocketConversation.State;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// WebSocket conversations read from segments (RFC 6455).
class WebSocketTalkTest {
  private static final String UPGRADE =
      """
      GET /chat HTTP/1.1\r
      Host: arena\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: 13\r
      \r
      """;
  private static final String SWITCH =
      """
      HTTP/1.1 101 Switching Protocols\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
      \r
      """;
  private static final int KEY = 0x37fa213d;

  private static TalkRig opened() {
    return new TalkRig().open().client(UPGRADE).server(SWITCH);
  }

  static Octets frame(int head, boolean isMasked, Octets payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head);
    int length = payload.length();
    int mask = isMasked ? 0x80 : 0;
    if (length < 126) {
      out.write(mask | length);
    } else if (length < 65536) {
      out.write(mask | 126);
      out.write(length >>> 8);
      out.write(length);
    } else {
      out.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) length >>> shift));
      }
    }
    if (isMasked) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(KEY >>> shift);
      }
    }
    Octets sent = isMasked ? WebSocketFrame.unmasked(payload, KEY, 0) : payload;
    out.writeBytes(sent.toByteArray());
    return Octets.wrap(out.toByteArray());
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }

  @Test
  void maskedHello_isReadAsTheRfcHasIt() { // RFC 6455 §5.7
    TalkRig rig = opened();
    rig.says(0, Octets.wrap(HexFormat.of().parseHex("818537fa213d7f9f4d5158")));
    assertEquals("WebSocket | WebSocket Text [FIN] [MASKED]", rig.rows().getLast());
    Layer layer = rig.dissection(5).layer(Layer.Kind.WEB_SOCKET).orElseThrow();
    List<String> fields =
        layer.fields().stream()
            .map(each -> each.key() + " " + each.value() + " " + (each.offset() - layer.offset()))
            .toList();
    assertEquals(
        List.of(
            "websocket.first 0x81 0",
            "websocket.second 0x85 1",
            "websocket.masking_key 37fa213d 2",
            "websocket.payload.text Hello 6"),
        fields);
    assertEquals("1", layer.field("websocket.opcode").orElseThrow().value());
    assertEquals("1", layer.field("websocket.fin").orElseThrow().value());
    WebSocketConversation conversation = rig.conversations().webSockets().getFirst();
    assertEquals("/chat", conversation.handshake().path());
    assertEquals("Hello", new String(conversation.frames().get(0).payload(9).toByteArray(), UTF_8));
    assertEquals(1, conversation.count(true));
    assertEquals(StreamProtocol.WEB_SOCKET, conversation.stream().protocol());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65535, 65536})
  void lengthsOfEveryForm_areRead(int length) {
    Octets payload = Octets.wrap(new byte[length]);
    for (int size : List.of(1460, 60_000)) {
      TalkRig rig = opened();
      rig.says(1, frame(0x82, false, payload), size).says(0, frame(0x82, true, payload), size);
      rig.says(1, frame(0x89, false, text("net1")));
      List<WebSocketFrame> frames = rig.conversations().webSockets().getFirst().frames();
      assertEquals(3, frames.size());
      assertEquals(length, frames.get(0).payloadOctets());
      assertEquals(length, frames.get(1).payloadOctets());
      assertEquals(payload, frames.get(1).payload(100_000));
      assertEquals(WebSocketFrame.PING, frames.get(2).opcode());
      assertTrue(frames.get(1).arrivedAt() > frames.get(1).sentAt());
    }
  }

  @Test
  void framesInOneSegment_areAllTold() {
    TalkRig rig = opened();
    Octets both = frame(1, false, text("Hel")).plus(frame(0x89, false, Octets.EMPTY));
    rig.says(1, both.plus(frame(0x80, false, text("lo"))));
    assertEquals(
        "WebSocket | WebSocket Text, WebSocket Ping [FIN], WebSocket Continuation [FIN]",
        rig.rows().getLast());
    List<WebSocketFrame> frames = rig.conversations().webSockets().getFirst().frames();
    assertEquals(WebSocketFrame.TEXT, frames.get(2).messageOpcode());
    assertEquals(
        3,
        rig.dissection(5).layers().stream()
            .filter(each -> each.kind() == Layer.Kind.WEB_SOCKET)
            .count());
  }

  @Test
  void frameOverSeveralSegments_isPutTogetherInTheLast() {
    TalkRig rig = opened();
    rig.says(1, frame(0x81, false, text("0123456789")), 5);
    List<String> rows = rig.rows();
    assertTrue(
        rows.get(2).startsWith("WebSocket | Part of WebSocket Text [FIN] Seq="), rows.get(2));
    assertEquals("WebSocket | WebSocket Text [FIN] [reassembled from 3 segments]", rows.getLast());
    Layer last = rig.dissection(7).layer(Layer.Kind.WEB_SOCKET).orElseThrow();
    assertEquals("0123456789", last.field("websocket.payload.text").orElseThrow().value());
    assertEquals(2, last.field("websocket.payload.text").orElseThrow().length());
    assertEquals(3, last.field("tcp.segments").orElseThrow().children().size());
  }

  @Test
  void closing_isSaidByBothOrByNobody() {
    TalkRig rig = opened();
    WebSocketConversation conversation = rig.conversations().webSockets().getFirst();
    assertEquals(State.NOT_YET, conversation.state(0));
    assertEquals(State.OPEN, conversation.state(Long.MAX_VALUE));
    rig.says(0, frame(0x88, true, text("\u0003\u0001ok")));
    assertEquals(State.CLOSING, conversation.state(Long.MAX_VALUE));
    assertEquals(769, conversation.frames().getFirst().closeCode());
    rig.says(1, frame(0x88, false, Octets.wrap(new byte[] {3, (byte) 0xe8})));
    assertEquals(State.CLOSED, conversation.state(Long.MAX_VALUE));
    assertEquals("WebSocket | WebSocket Connection Close [FIN] 1000", rig.rows().getLast());
    Layer layer = rig.dissection(6).layer(Layer.Kind.WEB_SOCKET).orElseThrow();
    LayerField code = layer.field("websocket.payload.close.status_code").orElseThrow();
    assertEquals("explain.websocket.close.1000", code.explanation().key());
    TalkRig lost = opened().reset(1);
    assertEquals(State.LOST, lost.conversations().webSockets().getFirst().state(Long.MAX_VALUE));
    assertEquals(
        WebSocketFrame.NO_CODE,
        opened()
            .says(1, frame(0x88, false, Octets.EMPTY))
            .conversations()
            .webSockets()
            .getFirst()
            .frames()
            .getFirst()
            .closeCode());
  }
}
