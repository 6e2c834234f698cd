package netarium.engine.analysis;

import netarium.engine.codec.websocket.Frame;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A WebSocket frame in a stream (RFC 6455 §5.2). Its header is here; the payload may still be on
/// its way.
///
/// @param number its place in the conversation, from 0, both sides counted
/// @param head FIN, the reserved bits and the opcode
/// @param key the masking key; of no meaning where the frame is not masked
/// @param messageOpcode the opcode of the message that it is a part of
public record WebSocketFrame(
    int number,
    StreamSide side,
    long from,
    int headerOctets,
    int head,
    boolean isMasked,
    int key,
    long payloadOctets,
    int messageOpcode)
    implements StreamPart {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /// A close frame without a code (RFC 6455 §7.1.5).
  public static final int NO_CODE = 1005;

  /// The frame whose header stands at `from`; null while it is not all there.
  static @Nullable WebSocketFrame read(
      StreamSide side, long from, int number, int openMessageOpcode) {
    StreamOctets octets = side.octets();
    long there = octets.length() - from;
    if (there < 2) {
      return null;
    }
    int head = octets.at(from);
    int second = octets.at(from + 1);
    int headerOctets = Frame.headerOctets(second);
    if (there < headerOctets) {
      return null;
    }
    Octets header = octets.slice(from, from + headerOctets);
    boolean isMasked = Frame.isMasked(second);
    int key = isMasked ? header.int32(headerOctets - 4) : 0;
    int opcode = head & 15;
    return new WebSocketFrame(
        number,
        side,
        from,
        headerOctets,
        head,
        isMasked,
        key,
        Frame.payloadOctets(header),
        opcode == CONTINUATION ? openMessageOpcode : opcode);
  }

  @Override
  public long to() {
    return from + headerOctets + payloadOctets;
  }

  public boolean isFinal() {
    return (head & 0x80) != 0;
  }

  public int reserved() {
    return head >>> 4 & 7;
  }

  public int opcode() {
    return head & 15;
  }

  public boolean isControl() {
    return opcode() >= CLOSE;
  }

  /// Whether all of it has been sent.
  public boolean isWhole() {
    return side.octets().length() >= to();
  }

  /// The first `most` octets of the payload as they were before masking (RFC 6455 §5.3).
  public Octets payload(int most) {
    long start = from + headerOctets;
    Octets sent = side.octets().slice(start, Math.min(to(), start + most));
    return isMasked ? unmasked(sent, key, 0) : sent;
  }

  /// Masks or unmasks octets that stand from `first` on in a payload.
  static Octets unmasked(Octets octets, int key, int first) {
    byte[] plain = octets.toByteArray();
    Frame.mask(plain, 0, Integer.rotateLeft(key, 8 * (first & 3)));
    return Octets.wrap(plain);
  }

  /// The code of a close frame; [#NO_CODE] where it has none, 0 of any other frame.
  public int closeCode() {
    if (opcode() != CLOSE) {
      return 0;
    }
    Octets payload = payload(2);
    return payload.length() < 2 ? NO_CODE : payload.uint16(0);
  }

  /// When its first octet was sent.
  public long sentAt() {
    return side.octets().sentAt(from);
  }

  /// When its last octet arrived, or [StreamOctets#NEVER].
  public long arrivedAt() {
    return side.octets().arrivedAt(to() - 1);
  }

  /// The event that first sent its first octet.
  public long ordinal() {
    return side.octets().sentBy(from);
  }
}
