package netarium.engine.tcp;

import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;

/// What answers a segment for which there is no connection, RFC 9293 §3.10.7.1 and the first two
/// checks of §3.10.7.2.
final class ClosedPort {
  private ClosedPort() {}

  /// A reset that its receiver will believe; none to a reset.
  static Optional<TcpSegment> answer(TcpSegment segment) {
    if (segment.flags().rst()) {
      return Optional.empty();
    }
    return Optional.of(
        segment.flags().ack()
            ? reset(segment, segment.ack(), new SeqNum(0), TcpFlags.RST)
            : reset(
                segment,
                new SeqNum(0),
                segment.seq().plus(segment.sequenceLength()),
                TcpFlags.RST_ACK));
  }

  private static TcpSegment reset(TcpSegment to, SeqNum seq, SeqNum ack, TcpFlags flags) {
    return new TcpSegment(
        /* sourcePort= */ to.destinationPort(),
        /* destinationPort= */ to.sourcePort(),
        seq,
        ack,
        flags,
        0,
        0,
        List.of(),
        Octets.EMPTY);
  }
}
