package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.SeqNum;

/// A copy of a connection's transmission control block, for inspectors: reading it disturbs
/// nothing.
public record TcpSnapshot(
    long connection,
    Endpoint local,
    Endpoint remote,
    String state,
    SendVariables snd,
    ReceiveVariables rcv,
    RoundTrip roundTrip,
    Congestion congestion) {
  static TcpSnapshot of(TcpConnection connection) {
    Sender snd = connection.snd();
    Receiver rcv = connection.rcv();
    RttEstimator rtt = connection.rtt();
    return new TcpSnapshot(
        connection.id(),
        connection.tuple().local(),
        connection.tuple().remote(),
        connection.state().label(),
        new SendVariables(
            snd.iss(),
            snd.una(),
            snd.nxt(),
            snd.wnd(),
            snd.mss(),
            snd.buffer().lengthOctets(),
            connection.output().segmentsSent(),
            snd.retransmissions()),
        new ReceiveVariables(
            rcv.irs(), rcv.nxt(), rcv.windowOctets(), connection.availableOctets(), rcv.hasGap()),
        new RoundTrip(
            rtt.srtt(), rtt.rttvar(), rtt.rto(), connection.timeouts().isRetransmissionArmed()),
        new Congestion(
            connection.congestion().cwnd(),
            connection.congestion().ssthresh(),
            connection.recovery().duplicates(),
            connection.recovery().inRecovery()));
  }

  /// RFC 9293 §3.3.1; `queuedOctets` are what the user has sent and nobody has acknowledged.
  public record SendVariables(
      SeqNum iss,
      SeqNum una,
      SeqNum nxt,
      int wnd,
      int mss,
      int queuedOctets,
      long segments,
      long retransmissions) {}

  /// `unreadOctets` are what has come and the user has not taken.
  public record ReceiveVariables(
      SeqNum irs, SeqNum nxt, int wnd, int unreadOctets, boolean hasGap) {}

  /// RFC 6298.
  public record RoundTrip(
      SimDuration srtt, SimDuration rttvar, SimDuration rto, boolean isTimerArmed) {}

  /// RFC 5681.
  public record Congestion(int cwnd, int ssthresh, int duplicateAcks, boolean inRecovery) {}
}
