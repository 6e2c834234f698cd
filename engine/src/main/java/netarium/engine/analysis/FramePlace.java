package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// What a frame's conversation adds to the frame: the number of its TCP stream, what sequence
/// numbers count from, by how much its window is scaled, whether the stream speaks HTTP, and what
/// its sender has said.
///
/// `windowShift` is -1 where the handshake was not seen or does not say.
public record FramePlace(
    int stream,
    SeqNum seqBase,
    SeqNum ackBase,
    int windowShift,
    boolean speaksHttp,
    StreamSide side) {
  private static final SeqNum ZERO = new SeqNum(0);

  /// A frame by itself: numbers as they stand on the wire.
  public static final FramePlace ALONE = new FramePlace(-1, ZERO, ZERO, -1, false);

  /// A frame of a conversation of which nothing is known that it said before.
  public FramePlace(
      int stream, SeqNum seqBase, SeqNum ackBase, int windowShift, boolean speaksHttp) {
    this(stream, seqBase, ackBase, windowShift, speaksHttp, StreamSide.NONE);
  }

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

  /// Where a segment's text begins among all that its side has said, counted from 0.
  public long firstOctet(SeqNum seq, boolean isSyn) {
    long known = side.octets().length();
    int distance = seq.bits() + (isSyn ? 1 : 0) - (seqBase.bits() + 1 + (int) known);
    return known + distance;
  }

  /// As above, of a segment.
  public long firstOctet(TcpSegment segment) {
    return firstOctet(segment.seq(), segment.flags().syn());
  }

  /// The parts of its side's talk that a segment carries something of; behind a record of TLS those
  /// inside it.
  public List<StreamPart> parts(TcpSegment segment) {
    List<StreamPart> all = new ArrayList<>(2);
    if (!segment.payload().isEmpty()) {
      addParts(run(segment), all);
    }
    return all;
  }

  private static void addParts(TlsRecord.Run run, List<StreamPart> all) {
    for (StreamPart part : run.parts()) {
      all.add(part);
      if (part instanceof TlsRecord record) {
        TlsRecord.Run inside = record.carried(run.first(), run.end());
        if (inside != null) {
          addParts(inside, all);
        }
      }
    }
  }

  /// Those of them that this segment tells: a message whose first line it completes, a frame or a
  /// record that it completes, and what can then be read inside the record.
  public List<StreamPart> told(TcpSegment segment) {
    List<StreamPart> all = new ArrayList<>(2);
    if (!segment.payload().isEmpty()) {
      addTold(run(segment), all);
    }
    return all;
  }

  private static void addTold(TlsRecord.Run run, List<StreamPart> all) {
    for (StreamPart part : run.told()) {
      all.add(part);
      if (part instanceof TlsRecord record) {
        TlsRecord.Run inside = record.said();
        if (inside != null) {
          addTold(inside, all);
        }
      }
    }
  }

  /// What a segment carries of what its side says over TCP.
  TlsRecord.Run run(TcpSegment segment) {
    long first = firstOctet(segment);
    return new TlsRecord.Run(side, first, first + segment.payload().length());
  }

  /// Whether what its side says is known, and not this frame alone.
  public boolean hasContent() {
    return side.octets().length() > 0;
  }

  /// The window in octets; that of a SYN is never scaled (RFC 7323 §2.2).
  public long window(int field, boolean isSyn) {
    return isSyn || windowShift < 0 ? field : (long) field << windowShift;
  }
}
