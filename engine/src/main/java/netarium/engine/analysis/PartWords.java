package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.TcpSegment;

/// What a segment says of the parts of its stream that it carries, in one line and in a sentence.
/// Each part is told by one segment: a message by that in which its first line ends, a frame or a
/// step by that in which it ends.
final class PartWords {
  private static final int MOST = 6;

  private PartWords() {}

  /// Whether the part is told by a segment that carries the octets from `first` up to `end`.
  static boolean isTold(StreamPart part, long first, long end) {
    long last =
        switch (part) {
          case HttpMessage message -> message.lineEnd();
          case WebSocketFrame frame -> frame.to();
          case SocksPart step -> step.to();
          case TlsRecord record -> record.to();
          case DnsPart message -> message.to();
          case HlhvFrame frame -> frame.to();
        };
    return last > first && last <= end;
  }

  static String protocol(StreamPart part) {
    return switch (part) {
      case HttpMessage _ -> "HTTP";
      case WebSocketFrame _ -> "WebSocket";
      case SocksPart _ -> "SOCKS";
      case TlsRecord record -> record.conversation().versionName();
      case DnsPart _ -> "DNS";
      case HlhvFrame _ -> HlhvLayer.NAME;
    };
  }

  static String line(StreamPart part) {
    return switch (part) {
      case HttpMessage message -> message.start().line() + contentType(message) + dns(message);
      case WebSocketFrame frame -> WebSocketLayer.line(frame);
      case SocksPart step -> SocksLayer.line(step);
      case TlsRecord record -> line(record);
      case DnsPart message -> message.message().line();
      case HlhvFrame frame -> frame.line();
    };
  }

  /// What a question or answer says that is the content of a message (RFC 8484).
  private static String dns(HttpMessage message) {
    DnsMessage content = message.dns();
    return content == null ? "" : " [DNS " + content.line() + "]";
  }

  private static String contentType(HttpMessage message) {
    boolean isTyped = !message.start().isRequest() && !message.contentType().isEmpty();
    return isTyped ? " (" + message.contentType() + ")" : "";
  }

  /// Of a record that can be read, what is said in it, as that is what people look for; that it
  /// does not stand so on the wire comes behind it, in brackets.
  private static String line(TlsRecord record) {
    String onTheWire = TlsLayer.line(record);
    TlsRecord.Run run = record.said();
    if (run == null || run.parts().isEmpty()) {
      return onTheWire;
    }
    String said = line(run.parts(), run.first(), run.end(), "");
    return protocol(run.parts().getFirst()) + " " + said + " [decrypted " + onTheWire + "]";
  }

  /// The line of a segment that carries some of these parts; `numbers` are its own.
  static String line(List<StreamPart> parts, TcpSegment segment, FramePlace place, String numbers) {
    long first = place.firstOctet(segment);
    return line(parts, first, first + segment.payload().length(), numbers);
  }

  private static String line(List<StreamPart> parts, long first, long end, String numbers) {
    List<String> told = new ArrayList<>();
    int more = 0;
    for (StreamPart part : parts) {
      if (!isTold(part, first, end)) {
        continue;
      }
      if (told.size() == MOST) {
        more++;
      } else {
        told.add(line(part) + reassembled(part, first, end));
      }
    }
    if (told.isEmpty()) {
      return untold(parts.getFirst(), first, end, numbers);
    }
    return String.join(", ", told) + (more == 0 ? "" : ", … " + more + " more");
  }

  /// Of how many segments the part is put together, where it ends here and began before.
  private static String reassembled(StreamPart part, long first, long end) {
    boolean isPutTogether = part.from() < first && part.to() != StreamPart.OPEN && part.to() <= end;
    return isPutTogether ? " [reassembled from " + segments(part) + " segments]" : "";
  }

  private static int segments(StreamPart part) {
    StreamSide side =
        switch (part) {
          case HttpMessage message -> message.side();
          case WebSocketFrame frame -> frame.side();
          case SocksPart step -> step.side();
          case TlsRecord record -> record.side();
          case DnsPart message -> message.side();
          case HlhvFrame frame -> frame.side();
        };
    return side.octets().segments(part.from(), part.to());
  }

  private static String untold(StreamPart part, long first, long end, String numbers) {
    if (part instanceof HttpMessage message && first >= message.lineEnd()) {
      String begun = reassembled(part, first, end);
      return "Continuation"
          + numbers
          + (begun.isEmpty() ? "" : begun.replace(" [", " [" + message.start().line() + ", "));
    }
    return "Part of " + line(part) + numbers;
  }

  /// The sentence of a segment, by the first part that it tells.
  static Phrase sentence(
      List<StreamPart> parts, TcpSegment segment, FramePlace place, Object from, Object to) {
    long first = place.firstOctet(segment);
    long end = first + segment.payload().length();
    List<StreamPart> told = parts.stream().filter(part -> isTold(part, first, end)).toList();
    for (StreamPart part : told) {
      if (told.size() == 1 || !TlsWords.isMereForm(part)) {
        return switch (part) {
          case HttpMessage message ->
              message.start().isRequest()
                  ? Phrase.of(
                      "frame.http.request",
                      from,
                      to,
                      message.start().method(),
                      message.start().target())
                  : HttpLayer.status(message.start());
          case WebSocketFrame frame -> sentence(frame, from, to);
          case SocksPart step ->
              Phrase.of("frame.socks." + step.step().key(), from, to, SocksLayer.line(step));
          case TlsRecord record -> TlsWords.sentence(record, from, to);
          case DnsPart message -> FrameMeaning.dns(message.message(), from, to);
          case HlhvFrame frame -> HlhvLayer.sentence(frame, from, to);
        };
      }
    }
    long relative = place.relativeSeq(segment.seq());
    String last = Long.toString(relative + segment.payload().length() - 1);
    String key =
        switch (parts.getFirst()) {
          case HttpMessage _ -> "frame.http.continuation";
          case WebSocketFrame _ -> "frame.websocket.part";
          case SocksPart _ -> "frame.tcp.data";
          case TlsRecord _ -> "frame.tls.part";
          case DnsPart _, HlhvFrame _ -> "frame.tcp.data";
        };
    return Phrase.of(key, from, Long.toString(relative), last);
  }

  private static Phrase sentence(WebSocketFrame frame, Object from, Object to) {
    int opcode = frame.opcode();
    if (opcode == WebSocketFrame.CLOSE) {
      String key = WebSocketLayer.closeKey(frame.closeCode());
      return Phrase.of("explain.websocket.close." + key, Integer.toString(frame.closeCode()));
    }
    return Phrase.of(
        "frame.websocket.opcode." + WebSocketLayer.opcodeKey(opcode),
        from,
        to,
        frame.payloadOctets());
  }
}
