package netarium.engine.codec.websocket;

import java.util.Optional;
import netarium.engine.codec.Utf8Check;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Puts messages together from frames (RFC 6455 §5.4): fragments in their order, control frames
/// between them, text checked as it comes.
public final class MessageReader {
  private final FrameReader frames;
  private final long maxMessageOctets;
  private final OctetQueue fragments = new OctetQueue();
  private Utf8Check text = new Utf8Check();
  private @Nullable Opcode begun;

  /// Reads what `sender` sends; a longer message than that is refused.
  public MessageReader(Side sender, long maxMessageOctets) {
    this.frames = new FrameReader(sender, maxMessageOctets);
    this.maxMessageOctets = maxMessageOctets;
  }

  public void add(Octets octets) {
    frames.add(octets);
  }

  /// How many octets are kept for a message that is not whole yet.
  public int waitingOctets() {
    return frames.waitingOctets() + fragments.length();
  }

  /// The next message; empty when it has not come whole. Nothing follows a violation.
  public Optional<Message> next() {
    while (true) {
      switch (frames.next()) {
        case FrameParse.Incomplete _ -> {
          return Optional.empty();
        }
        case FrameParse.Malformed bad -> {
          return Optional.of(new Message.Violation(bad.closeCode(), bad.why()));
        }
        case FrameParse.Whole(Frame frame, int _) -> {
          Optional<Message> message = take(frame);
          if (message.isPresent()) {
            return message;
          }
        }
      }
    }
  }

  private Optional<Message> take(Frame frame) {
    return switch (frame.opcode()) {
      case PING -> Optional.of(new Message.Ping(frame.payload()));
      case PONG -> Optional.of(new Message.Pong(frame.payload()));
      case CLOSE -> Optional.of(close(frame.payload()));
      case TEXT, BINARY -> begin(frame);
      case CONTINUATION -> goOn(frame);
    };
  }

  /// What a close frame says (§5.5.1).
  static Message close(Octets payload) {
    if (payload.isEmpty()) {
      return new Message.Close(CloseCode.NONE_GIVEN, Octets.EMPTY);
    }
    if (payload.length() == 1) {
      return violation(CloseCode.PROTOCOL_ERROR, "a close code of one octet");
    }
    int code = payload.uint16(0);
    if (!CloseCode.maySend(code)) {
      return violation(CloseCode.PROTOCOL_ERROR, "a close frame may not say " + code);
    }
    Octets reason = payload.slice(2);
    return Utf8Check.isText(reason)
        ? new Message.Close(code, reason)
        : violation(CloseCode.INVALID_TEXT, "the close reason is not UTF-8");
  }

  private Optional<Message> begin(Frame frame) {
    if (begun != null) {
      return Optional.of(
          violation(CloseCode.PROTOCOL_ERROR, "a new message before the last one has ended"));
    }
    begun = frame.opcode();
    text = new Utf8Check();
    return append(frame, frame.opcode());
  }

  private Optional<Message> goOn(Frame frame) {
    Opcode opcode = begun;
    return opcode == null
        ? Optional.of(violation(CloseCode.PROTOCOL_ERROR, "a continuation of nothing"))
        : append(frame, opcode);
  }

  private Optional<Message> append(Frame frame, Opcode opcode) {
    if ((long) fragments.length() + frame.payload().length() > maxMessageOctets) {
      return Optional.of(violation(CloseCode.TOO_BIG, "the message is too big"));
    }
    boolean isText = opcode == Opcode.TEXT;
    if (isText && !(text.accepts(frame.payload()) && (!frame.isFinal() || text.isWhole()))) {
      return Optional.of(violation(CloseCode.INVALID_TEXT, "the text is not UTF-8"));
    }
    fragments.add(frame.payload());
    if (!frame.isFinal()) {
      return Optional.empty();
    }
    begun = null;
    return Optional.of(new Message.Data(opcode, fragments.take(fragments.length())));
  }

  private static Message violation(int code, String why) {
    return new Message.Violation(code, why);
  }
}
