package netarium.engine.codec.websocket;

import java.util.Optional;
import java.util.OptionalInt;
import netarium.engine.wire.Field;
import netarium.engine.wire.OctetQueue;
import netarium.engine.wire.Octets;

/// Cuts what one side sends into frames. A frame that breaks a rule is found out as soon as the
/// octets are there that break it, long before its payload.
public final class FrameReader {
  /// The longest header: two octets, a length of eight, a mask.
  public static final int MAX_HEADER_OCTETS = 14;

  private static final Field FIRST = new Field("flags and opcode", 0, 1);
  private static final Field SECOND = new Field("mask and length", 1, 1);

  private final Side sender;
  private final long maxPayloadOctets;
  private final OctetQueue come = new OctetQueue();

  /// Reads what `sender` sends; a longer payload than that is refused (RFC 6455 §10.4).
  public FrameReader(Side sender, long maxPayloadOctets) {
    this.sender = sender;
    this.maxPayloadOctets = maxPayloadOctets;
  }

  public void add(Octets octets) {
    come.add(octets);
  }

  /// How many octets wait to become a frame.
  public int waitingOctets() {
    return come.length();
  }

  /// The next frame, taken out, if it has come whole.
  public FrameParse next() {
    return switch (header(come.peek(MAX_HEADER_OCTETS))) {
      case Head.Short(int atLeast) -> new FrameParse.Incomplete(atLeast);
      case Head.Bad(FrameParse.Malformed why) -> why;
      case Head.Good(Frame empty, int headerOctets, long payloadOctets) -> {
        long length = headerOctets + payloadOctets;
        if (payloadOctets > maxPayloadOctets || length > Integer.MAX_VALUE) {
          yield new FrameParse.Malformed(
              new Field("length", 1, headerOctets - (sender.masks() ? 5 : 1)),
              CloseCode.TOO_BIG,
              "a payload of " + payloadOctets + " octets is too big");
        }
        yield come.length() < length
            ? new FrameParse.Incomplete(length)
            : new FrameParse.Whole(filled(empty, headerOctets, (int) length), (int) length);
      }
    };
  }

  private Frame filled(Frame empty, int headerOctets, int lengthOctets) {
    Octets octets = come.take(lengthOctets).slice(headerOctets);
    if (empty.mask().isPresent() && !octets.isEmpty()) {
      byte[] payload = octets.toByteArray();
      Frame.mask(payload, 0, empty.mask().getAsInt());
      octets = Octets.wrap(payload);
    }
    return new Frame(empty.isFinal(), empty.opcode(), empty.mask(), octets);
  }

  private sealed interface Head {
    record Short(int atLeastOctets) implements Head {}

    record Bad(FrameParse.Malformed why) implements Head {}

    record Good(Frame withoutPayload, int headerOctets, long payloadOctets) implements Head {}
  }

  private Head header(Octets octets) {
    if (octets.isEmpty()) {
      return new Head.Short(2);
    }
    int first = octets.at(0);
    Optional<Opcode> opcode = Opcode.of(first & 0xf);
    boolean isFinal = (first & Frame.FIN) != 0;
    if ((first & Frame.RESERVED) != 0) {
      return bad(FIRST, "a reserved bit is set, and no extension was agreed on");
    }
    if (opcode.isEmpty()) {
      return bad(FIRST, "there is no opcode " + (first & 0xf));
    }
    if (opcode.get().isControl() && !isFinal) {
      return bad(FIRST, "a control frame in pieces");
    }
    if (octets.length() < 2) {
      return new Head.Short(2);
    }
    boolean isMasked = Frame.isMasked(octets.at(1));
    if (isMasked != sender.masks()) {
      return bad(
          SECOND, isMasked ? "a server's frame is masked" : "a client's frame is not masked");
    }
    int shortLength = octets.at(1) & 0x7f;
    if (opcode.get().isControl() && shortLength > Frame.MAX_CONTROL_OCTETS) {
      return bad(SECOND, "a control frame of more than 125 octets");
    }
    return length(octets, new Frame(isFinal, opcode.get(), OptionalInt.empty(), Octets.EMPTY));
  }

  private Head length(Octets octets, Frame frame) {
    int shortLength = octets.at(1) & 0x7f;
    int end = Frame.headerOctets(octets.at(1));
    int lengthEnd = end - (sender.masks() ? 4 : 0);
    if (octets.length() < lengthEnd) {
      return new Head.Short(end);
    }
    long length = Frame.payloadOctets(octets);
    Field field = new Field("length", 1, lengthEnd - 1);
    if (length < 0) {
      return bad(field, "a length of more than 63 bits");
    }
    long least = shortLength < Frame.LENGTH_16 ? 0 : shortLength == Frame.LENGTH_16 ? 126 : 65_536;
    if (length < least) {
      return bad(field, "a length of " + length + " in a longer form than it needs");
    }
    if (octets.length() < end) {
      // Enough to refuse a payload that is too big; its mask does not matter then.
      return length > maxPayloadOctets ? new Head.Good(frame, end, length) : new Head.Short(end);
    }
    Frame head = sender.masks() ? frame.masked(octets.int32(lengthEnd)) : frame;
    return new Head.Good(head, end, length);
  }

  private static Head bad(Field field, String why) {
    return new Head.Bad(new FrameParse.Malformed(field, CloseCode.PROTOCOL_ERROR, why));
  }
}
