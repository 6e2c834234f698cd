package netarium.engine.codec.websocket;

import java.util.OptionalInt;
import netarium.engine.wire.Octets;

/// A frame (RFC 6455 §5.2). The payload is what was meant, whether it goes masked or not; extension
/// data and reserved bits are none, because no extension is ever agreed on.
///
/// Invariant: what can be constructed can be emitted, and reading it gives the same value.
public record Frame(boolean isFinal, Opcode opcode, OptionalInt mask, Octets payload) {
  /// The longest payload of a control frame.
  public static final int MAX_CONTROL_OCTETS = 125;

  static final int FIN = 0x80;
  static final int RESERVED = 0x70;
  static final int LENGTH_16 = 126;
  static final int LENGTH_64 = 127;
  private static final int MASKED = 0x80;
  private static final int MAX_LENGTH_16 = 0xffff;

  public Frame {
    if (opcode.isControl() && (!isFinal || payload.length() > MAX_CONTROL_OCTETS)) {
      throw new IllegalArgumentException("a control frame is whole and has at most 125 octets");
    }
  }

  /// The frame as a client has to send it (§5.3).
  public Frame masked(int key) {
    return new Frame(isFinal, opcode, OptionalInt.of(key), payload);
  }

  public Frame unmasked() {
    return new Frame(isFinal, opcode, OptionalInt.empty(), payload);
  }

  public int headerOctets() {
    int length = payload.length();
    int forLength = length < LENGTH_16 ? 0 : length <= MAX_LENGTH_16 ? 2 : 8;
    return 2 + forLength + (mask.isPresent() ? 4 : 0);
  }

  /// The frame as it goes over the wire, its length in the shortest form.
  public Octets octets() {
    int start = headerOctets();
    int length = payload.length();
    byte[] octets = new byte[start + length];
    octets[0] = (byte) ((isFinal ? FIN : 0) | opcode.number());
    int masked = mask.isPresent() ? MASKED : 0;
    if (length < LENGTH_16) {
      octets[1] = (byte) (masked | length);
    } else if (length <= MAX_LENGTH_16) {
      octets[1] = (byte) (masked | LENGTH_16);
      octets[2] = (byte) (length >> 8);
      octets[3] = (byte) length;
    } else {
      octets[1] = (byte) (masked | LENGTH_64);
      for (int i = 0; i < 4; i++) {
        octets[6 + i] = (byte) (length >> (24 - 8 * i));
      }
    }
    payload.copyTo(octets, start);
    if (mask.isPresent()) {
      int key = mask.getAsInt();
      for (int i = 0; i < 4; i++) {
        octets[start - 4 + i] = (byte) (key >> (24 - 8 * i));
      }
      mask(octets, start, key);
    }
    return Octets.wrap(octets);
  }

  /// Whether a header with this second octet has a mask.
  public static boolean isMasked(int second) {
    return (second & MASKED) != 0;
  }

  /// How many octets a header has, by its second octet.
  public static int headerOctets(int second) {
    int form = second & ~MASKED;
    int forLength = form < LENGTH_16 ? 0 : form == LENGTH_16 ? 2 : 8;
    return 2 + forLength + (isMasked(second) ? 4 : 0);
  }

  /// The length of the payload as a header says it, of which all is there but perhaps the mask;
  /// negative where it says more than 63 bits.
  public static long payloadOctets(Octets header) {
    int form = header.at(1) & ~MASKED;
    return switch (form) {
      case LENGTH_16 -> header.uint16(2);
      case LENGTH_64 -> (long) header.int32(2) << 32 | Integer.toUnsignedLong(header.int32(6));
      default -> form;
    };
  }

  /// Masks and unmasks (§5.3): exclusive or with the key, over and over.
  public static void mask(byte[] octets, int start, int key) {
    for (int i = start; i < octets.length; i++) {
      octets[i] ^= (byte) (key >> (24 - 8 * ((i - start) & 3)));
    }
  }
}
