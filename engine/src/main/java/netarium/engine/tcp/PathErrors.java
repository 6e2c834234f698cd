package netarium.engine.tcp;

import netarium.engine.wire.SeqNum;
import org.jspecify.annotations.Nullable;

/// What ICMP and IP say about segments that did not get there (RFC 9293 §3.9.2.2).
///
/// Anybody can send an ICMP error, so only one that quotes a segment still outstanding counts (RFC
/// 5927), and none ends a connection that stands (RFC 5461).
final class PathErrors {
  private final TcpConnection connection;
  private @Nullable TcpError lastSaid;

  PathErrors(TcpConnection connection) {
    this.connection = connection;
  }

  /// There is no way there: ends an attempt to connect; otherwise the network may yet mend.
  void unreachable(TcpError reported, SeqNum quotedSeq) {
    if (!isOutstanding(quotedSeq)) {
      return;
    }
    if (connection.state() instanceof TcpState.SynSent) {
      connection.fail(reported);
      connection.finishEvent("unreachable");
    } else {
      lastSaid = reported;
    }
  }

  /// Something that never ends a connection went wrong on the way (time exceeded, bad parameter).
  void advice(TcpError reported, SeqNum quotedSeq) {
    if (isOutstanding(quotedSeq)) {
      lastSaid = reported;
    }
  }

  /// A datagram may only be this large (RFC 1191 §6): cuts smaller and sends again at once, because
  /// what was too large is lost, though not to congestion.
  void tooBig(int mtu, SeqNum quotedSeq) {
    boolean isNews =
        mtu < connection.negotiation().pathMtu()
            && mtu >= TcpConnection.FIXED_HEADERS_OCTETS + TcpOptionsConfig.LEAST_MSS;
    if (!isNews
        || !isOutstanding(quotedSeq)
        || !(connection.state() instanceof TcpState.Synchronized)) {
      return;
    }
    connection.negotiation().lowerPathMtu(mtu);
    connection.recovery().wentBack();
    connection.because("path-mtu");
    connection.output().retransmitFirst("path-mtu");
    connection.finishEvent("path-mtu");
  }

  /// Why the connection failed, now that time has run out.
  TcpError errorAfterTimeout() {
    return lastSaid == null ? TcpError.TIMED_OUT : lastSaid;
  }

  private boolean isOutstanding(SeqNum seq) {
    return seq.isAtOrAfter(connection.snd().una()) && seq.isBefore(connection.snd().max());
  }
}
