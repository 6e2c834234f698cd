package netarium.engine.wire;

import java.util.ArrayList;
import java.util.List;

/// One TCP option as it stands in the header (RFC 9293 §3.2, RFC 2018, RFC 7323). The zeros that
/// fill the header up to a multiple of 4 octets are no option; no-operations between options are.
public sealed interface TcpOption {
  int kind();

  /// Its length in the header, in octets, without padding.
  int lengthOctets();

  long digest();

  /// The options with no-operations put between them as Linux does, so that every value is aligned:
  /// `nop, nop, timestamps`; `mss, sack-permitted, timestamps, nop, window-scale`.
  static List<TcpOption> aligned(List<TcpOption> options) {
    List<TcpOption> aligned = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < options.size(); i++) {
      TcpOption option = options.get(i);
      boolean isLast = i + 1 == options.size();
      int start =
          switch (option) {
            case MaximumSegmentSize _ -> 0;
            case WindowScale _ -> 1;
            case SelectiveAck _, Timestamps _ -> 2;
            // Takes the place of the two no-operations before the next option where it can.
            case SackPermitted _ -> !isLast && isOfWholeWords(options.get(i + 1)) ? 0 : 2;
            case NoOperation _, Unknown _ -> at % 4;
          };
      for (; at % 4 != start; at++) {
        aligned.add(NoOperation.INSTANCE);
      }
      aligned.add(option);
      at += option.lengthOctets();
    }
    return List.copyOf(aligned);
  }

  private static boolean isOfWholeWords(TcpOption option) {
    return option instanceof Timestamps || option instanceof SelectiveAck;
  }

  /// Kind 1: nothing, one octet long; aligns what follows.
  record NoOperation() implements TcpOption {
    public static final int KIND = 1;
    public static final NoOperation INSTANCE = new NoOperation();

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return 1;
    }

    @Override
    public long digest() {
      return 1L << 56;
    }
  }

  /// Kind 2: the largest segment the sender of this option wants to receive.
  record MaximumSegmentSize(int octets) implements TcpOption {
    public static final int KIND = 2;

    public MaximumSegmentSize {
      if (octets >>> 16 != 0) {
        throw new IllegalArgumentException("a maximum segment size has 16 bits");
      }
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return 4;
    }

    @Override
    public long digest() {
      return 2L << 56 | octets;
    }
  }

  /// Kind 3: the power of two by which the sender's windows are to be multiplied.
  record WindowScale(int shift) implements TcpOption {
    public static final int KIND = 3;

    public WindowScale {
      if (shift >>> 8 != 0) {
        throw new IllegalArgumentException("a window scale has 8 bits");
      }
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return 3;
    }

    @Override
    public long digest() {
      return 3L << 56 | shift;
    }
  }

  /// Kind 4: selective acknowledgements are understood.
  record SackPermitted() implements TcpOption {
    public static final int KIND = 4;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return 2;
    }

    @Override
    public long digest() {
      return 4L << 56;
    }
  }

  /// Kind 5: runs of octets received beyond the acknowledgement number, the newest first.
  record SelectiveAck(List<Block> blocks) implements TcpOption {
    public static final int KIND = 5;

    public SelectiveAck {
      blocks = List.copyOf(blocks);
    }

    /// From `left` up to but not including `right`.
    public record Block(SeqNum left, SeqNum right) {}

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return 2 + 8 * blocks.size();
    }

    @Override
    public long digest() {
      long state = Digest.start(5);
      for (Block block : blocks) {
        state =
            Digest.mix(
                state, (long) block.left().bits() << 32 | (block.right().bits() & 0xffffffffL));
      }
      return state;
    }
  }

  /// Kind 8: the sender's clock, and the echo of the receiver's.
  record Timestamps(int value, int echoReply) implements TcpOption {
    public static final int KIND = 8;
    static final int LENGTH_OCTETS = 10;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public int lengthOctets() {
      return LENGTH_OCTETS;
    }

    @Override
    public long digest() {
      return Digest.mix(8, (long) value << 32 | (echoReply & 0xffffffffL));
    }
  }

  /// Any other kind, or a known one with a length that is not its own: kept as it came.
  record Unknown(int kind, Octets data) implements TcpOption {
    public Unknown {
      if (kind < 2 || kind > 255) {
        throw new IllegalArgumentException("an option with a length has a kind of 2 to 255");
      }
      if (isKnown(kind, data.length())) {
        throw new IllegalArgumentException("an option of kind " + kind + " has its own record");
      }
    }

    /// Whether another record stands for options of this kind with this many octets of value.
    static boolean isKnown(int kind, int valueOctets) {
      return switch (kind) {
        case MaximumSegmentSize.KIND -> valueOctets == 2;
        case WindowScale.KIND -> valueOctets == 1;
        case SackPermitted.KIND -> valueOctets == 0;
        case SelectiveAck.KIND -> valueOctets % 8 == 0;
        case Timestamps.KIND -> valueOctets == 8;
        default -> false;
      };
    }

    @Override
    public int lengthOctets() {
      return 2 + data.length();
    }

    @Override
    public long digest() {
      return Digest.mix(data.digest(), kind);
    }
  }
}
