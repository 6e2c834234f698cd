package netarium.engine.wire;

import java.util.List;

/// One TCP option as it stands in the header (RFC 9293 §3.2, RFC 2018, RFC 7323). Padding is not an
/// option: emitting aligns the list to 4 octets.
public sealed interface TcpOption {
  /// Its length in the header, in octets, without padding.
  int lengthOctets();

  long digest();

  /// Kind 2: the largest segment the sender of this option wants to receive.
  record MaximumSegmentSize(int octets) implements TcpOption {
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
    public SelectiveAck {
      blocks = List.copyOf(blocks);
    }

    /// From `left` up to but not including `right`.
    public record Block(SeqNum left, SeqNum right) {}

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
    @Override
    public int lengthOctets() {
      return 10;
    }

    @Override
    public long digest() {
      return Digest.mix(8, (long) value << 32 | (echoReply & 0xffffffffL));
    }
  }

  /// Any other kind, kept as it came.
  record Unknown(int kind, Octets data) implements TcpOption {
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
