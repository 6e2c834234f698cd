package netarium.engine.analysis;

import netarium.engine.wire.SeqNum;

/// What a frame's conversation adds to the frame: the number of its TCP stream, what sequence
/// numbers count from, by how much its window is scaled, and whether the stream speaks HTTP.
///
/// `windowShift` is -1 where the handshake was not seen or does not say.
public record FramePlace(
    int stream, SeqNum seqBase, SeqNum ackBase, int windowShift, boolean speaksHttp) {
  private static final SeqNum ZERO = new SeqNum(0);

  /// A frame by itself: numbers as they stand on the wire.
  public static final FramePlace ALONE = new FramePlace(-1, ZERO, ZERO, -1, false);

  public boolean isOfStream() {
    return stream >= 0;
  }

  /// A sequence number as people count: from the first of its side.
  public long relativeSeq(SeqNum seq) {
    return Integer.toUnsignedLong(seq.bits() - seqBase.bits());
  }

  /// An acknowledgement number, from the first of the other side.
  public long relativeAck(SeqNum ack) {
    return Integer.toUnsignedLong(ack.bits() - ackBase.bits());
  }

  /// The window in octets; that of a SYN is never scaled (RFC 7323 §2.2).
  public long window(int field, boolean isSyn) {
    return isSyn || windowShift < 0 ? field : (long) field << windowShift;
  }
}
