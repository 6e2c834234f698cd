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
