package netarium.engine.analysis;

import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// A TCP connection as its segments show it. Side 0 is the one whose segment came first.
///
/// What is learnt is never changed, so that a row made later reads as one made at once.
public final class TcpStream {
  private static final int UNKNOWN = -1;
  private static final int MAX_SHIFT = 14;

  private final int index;
  private final int address;
  private final int port;
  private final @Nullable SeqNum[] bases = new @Nullable SeqNum[2];
  private final int[] shifts = {UNKNOWN, UNKNOWN};
  private final boolean[] sentSyn = new boolean[2];
  private boolean speaksHttp;

  TcpStream(int index, int sourceAddress, int sourcePort) {
    this.index = index;
    this.address = sourceAddress;
    this.port = sourcePort;
  }

  public int index() {
    return index;
  }

  int side(int sourceAddress, int sourcePort) {
    return sourceAddress == address && sourcePort == port ? 0 : 1;
  }

  /// Whether a SYN of this side begins another connection between the same ports.
  boolean isNewSyn(int side, TcpSegment segment) {
    SeqNum base = bases[side];
    return segment.flags().syn()
        && !segment.flags().ack()
        && base != null
        && !base.equals(segment.seq());
  }

  /// RFC 7323 §2.2: both sides must have offered to scale.
  void learn(int side, TcpSegment segment) {
    boolean isSyn = segment.flags().syn();
    if (bases[side] == null) {
      bases[side] = isSyn ? segment.seq() : segment.seq().minus(1);
    }
    if (bases[1 - side] == null && segment.flags().ack() && !isSyn) {
      bases[1 - side] = segment.ack().minus(1);
    }
    if (isSyn) {
      sentSyn[side] = true;
      for (TcpOption option : segment.options()) {
        if (option instanceof TcpOption.WindowScale scale) {
          shifts[side] = Math.min(scale.shift(), MAX_SHIFT);
        }
      }
    }
    if (!speaksHttp && !segment.payload().isEmpty()) {
      speaksHttp = HttpStart.of(segment.payload()) != null;
    }
  }

  FramePlace place(int side) {
    SeqNum zero = new SeqNum(0);
    SeqNum own = bases[side];
    SeqNum other = bases[1 - side];
    boolean bothScale = shifts[0] >= 0 && shifts[1] >= 0;
    boolean bothSyns = sentSyn[0] && sentSyn[1];
    int shift = bothScale ? shifts[side] : bothSyns ? 0 : UNKNOWN;
    return new FramePlace(
        index, own == null ? zero : own, other == null ? zero : other, shift, speaksHttp);
  }

  public boolean speaksHttp() {
    return speaksHttp;
  }
}
