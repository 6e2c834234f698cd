package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import netarium.engine.wire.Octets;

/// A WebSocket frame (RFC 6455 §5.2), its payload as it was before masking.
final class WebSocketLayer {
  private static final List<Integer> CODES =
      List.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1015);
  private static final int SHOWN_OCTETS = 4096;

  private WebSocketLayer() {}

  static Layer of(WebSocketFrame frame, TalkLayers.Carried carried) {
    Octets header = carried.octets(frame.from(), frame.from() + frame.headerOctets());
    FieldList fields = carried.fields(header, frame.from());
    addFirst(fields, frame);
    addLength(fields, frame);
    if (frame.isMasked()) {
      fields.add(
          "websocket.masking_key",
          frame.headerOctets() - 4,
          4,
          HexFormat.of().toHexDigits(frame.key()));
    }
    addPayload(fields, frame, carried);
    return carried.layer(Layer.Kind.WEB_SOCKET, "WebSocket", summary(frame), fields);
  }

  private static String summary(WebSocketFrame frame) {
    return opcodeName(frame.opcode()) + " · " + frame.payloadOctets() + " B";
  }

  /// As packet lists write it.
  static String line(WebSocketFrame frame) {
    StringBuilder line = new StringBuilder("WebSocket ").append(opcodeName(frame.opcode()));
    if (frame.isFinal()) {
      line.append(" [FIN]");
    }
    if (frame.reserved() != 0) {
      line.append(" [RSV]");
    }
    if (frame.isMasked()) {
      line.append(" [MASKED]");
    }
    if (frame.opcode() == WebSocketFrame.CLOSE && frame.isWhole()) {
      line.append(' ').append(frame.closeCode());
    }
    return line.toString();
  }

  static String opcodeName(int opcode) {
    return switch (opcode) {
      case WebSocketFrame.CONTINUATION -> "Continuation";
      case WebSocketFrame.TEXT -> "Text";
      case WebSocketFrame.BINARY -> "Binary";
      case WebSocketFrame.CLOSE -> "Connection Close";
      case WebSocketFrame.PING -> "Ping";
      case WebSocketFrame.PONG -> "Pong";
      default -> "Unknown";
    };
  }

  /// How texts call an opcode: its number, if it means something.
  static String opcodeKey(int opcode) {
    return isKnown(opcode) ? Integer.toString(opcode) : "other";
  }

  private static boolean isKnown(int opcode) {
    return opcode <= WebSocketFrame.BINARY
        || (opcode >= WebSocketFrame.CLOSE && opcode <= WebSocketFrame.PONG);
  }

  private static void addFirst(FieldList fields, WebSocketFrame frame) {
    int opcode = frame.opcode();
    String key = opcodeKey(opcode);
    FieldList bits = fields.inside();
    bits.add(
        "websocket.fin",
        0,
        1,
        frame.isFinal() ? 1 : 0,
        Phrase.NONE,
        Phrase.of(frame.isFinal() ? "explain.websocket.fin.last" : "explain.websocket.fin.more"));
    bits.add("websocket.rsv", 0, 1, frame.reserved());
    bits.add(
        "websocket.opcode",
        0,
        1,
        opcode,
        Phrase.of("remark.websocket.opcode." + key),
        Phrase.of("explain.websocket.opcode." + key));
    String first = FieldList.hex(frame.head(), 2);
    fields.add(
        "websocket.first",
        0,
        1,
        first,
        "",
        Phrase.of("remark.websocket.opcode." + key),
        Phrase.of("explain.websocket.opcode." + key),
        Check.NONE,
        bits.list());
  }

  private static void addLength(FieldList fields, WebSocketFrame frame) {
    int form = fields.octets().at(1) & 0x7f;
    FieldList bits = fields.inside();
    bits.add(
        "websocket.mask",
        1,
        1,
        frame.isMasked() ? 1 : 0,
        Phrase.NONE,
        Phrase.of(frame.isMasked() ? "explain.websocket.mask.yes" : "explain.websocket.mask.no"));
    Phrase meaning =
        switch (form) {
          case 126 -> Phrase.of("explain.websocket.payload_length.16");
          case 127 -> Phrase.of("explain.websocket.payload_length.64");
          default -> Phrase.of("explain.websocket.payload_length", form);
        };
    bits.add("websocket.payload_length", 1, 1, form, Phrase.NONE, meaning);
    fields.add(
        "websocket.second",
        1,
        1,
        FieldList.hex(fields.octets().at(1), 2),
        "",
        frame.isMasked() ? Phrase.of("remark.websocket.masked") : Phrase.NONE,
        meaning,
        Check.NONE,
        bits.list());
    if (form >= 126) {
      int octets = form == 126 ? 2 : 8;
      String key = "websocket.payload_length_ext_" + octets * 8;
      fields.add(
          key,
          2,
          octets,
          frame.payloadOctets(),
          Phrase.NONE,
          Phrase.of("explain." + key, frame.payloadOctets()));
    }
  }

  private static void addPayload(
      FieldList fields, WebSocketFrame frame, TalkLayers.Carried carried) {
    long start = frame.from() + frame.headerOctets();
    long end = carried.to();
    if (start >= end || frame.payloadOctets() == 0) {
      return;
    }
    int at = frame.headerOctets();
    int length = (int) Math.min(frame.payloadOctets(), Integer.MAX_VALUE / 2);
    Octets sent = carried.octets(start, Math.min(frame.to(), start + SHOWN_OCTETS));
    Octets plain = frame.isMasked() ? WebSocketFrame.unmasked(sent, frame.key(), 0) : sent;
    int opcode = frame.isControl() ? frame.opcode() : frame.messageOpcode();
    switch (opcode) {
      case WebSocketFrame.TEXT -> {
        String text = new String(plain.toByteArray(), UTF_8);
        boolean isAll = frame.isFinal() && frame.opcode() == WebSocketFrame.TEXT;
        Phrase meaning =
            Phrase.of(
                isAll ? "explain.websocket.payload.text" : "explain.websocket.payload.text.piece",
                frame.payloadOctets());
        fields.add(
            "websocket.payload.text",
            at,
            length,
            text,
            text,
            Phrase.NONE,
            meaning,
            Check.NONE,
            List.of());
      }
      case WebSocketFrame.CLOSE -> addClose(fields, at, length, plain);
      case WebSocketFrame.PING -> addRaw(fields, "websocket.payload.ping", at, length, plain);
      case WebSocketFrame.PONG -> addRaw(fields, "websocket.payload.pong", at, length, plain);
      default -> addRaw(fields, "websocket.payload", at, length, plain);
    }
  }

  private static void addRaw(FieldList fields, String key, int at, int length, Octets plain) {
    fields.add(
        key,
        at,
        length,
        HttpLayer.shown(plain),
        "",
        Phrase.NONE,
        Phrase.of("explain." + key, length),
        Check.NONE,
        List.of());
  }

  private static void addClose(FieldList fields, int at, int length, Octets plain) {
    if (plain.length() < 2) {
      addRaw(fields, "websocket.payload", at, length, plain);
      return;
    }
    int code = plain.uint16(0);
    String key = closeKey(code);
    fields.add(
        "websocket.payload.close.status_code",
        at,
        2,
        code,
        Phrase.of("remark.websocket.close." + key),
        Phrase.of("explain.websocket.close." + key, Integer.toString(code)));
    if (length > 2) {
      String reason = new String(plain.slice(2).toByteArray(), UTF_8);
      fields.add("websocket.payload.close.reason", at + 2, length - 2, reason);
    }
  }

  /// How texts call a close code (RFC 6455 §7.4): its number, or what kind of number it is.
  static String closeKey(int code) {
    return CODES.contains(code)
        ? Integer.toString(code)
        : code >= 4000 && code < 5000
            ? "private"
            : code >= 3000 && code < 4000 ? "registered" : "other";
  }
}
