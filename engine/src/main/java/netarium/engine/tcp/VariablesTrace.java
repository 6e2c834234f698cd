package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent.TcpRetransmission;
import netarium.engine.trace.SimEvent.TcpVariables;
import netarium.engine.wire.SeqNum;

/// Tells the trace of a connection's variables when the window, the threshold, the time-out or the
/// recovery has changed, once an event at most.
final class VariablesTrace {
  private final TcpConnection connection;
  private String why = "";
  private int cwnd;
  private int ssthresh;
  private boolean inRecovery;
  private SimDuration rto = SimDuration.ZERO;

  VariablesTrace(TcpConnection connection) {
    this.connection = connection;
  }

  void explain(String occasion) {
    if (why.isEmpty()) {
      why = occasion;
    }
  }

  /// `occasion` is what to say when nobody had a better explanation.
  void write(String occasion) {
    explain(occasion);
    if (connection.state() instanceof TcpState.Synchronized && hasChanged()) {
      record();
    }
    why = "";
  }

  /// Tells at once why what follows is done; the variables stand in for the occasion.
  void because(String occasion) {
    why = occasion;
    connection.environment().recordAsCause(variables());
  }

  /// A segment leaves that carries nothing new, and what follows is because of that.
  void resends(String reason, SeqNum seq, int octets) {
    TcpEnvironment environment = connection.environment();
    environment.recordAsCause(
        new TcpRetransmission(
            environment.stamp(),
            connection.id(),
            reason,
            seq,
            octets,
            connection.snd().retransmissions()));
  }

  private boolean hasChanged() {
    CongestionControl congestion = connection.congestion();
    return congestion.cwnd() != cwnd
        || congestion.ssthresh() != ssthresh
        || connection.recovery().inRecovery() != inRecovery
        || !connection.rtt().rto().equals(rto);
  }

  private void record() {
    connection.environment().record(variables());
  }

  private TcpVariables variables() {
    cwnd = connection.congestion().cwnd();
    ssthresh = connection.congestion().ssthresh();
    inRecovery = connection.recovery().inRecovery();
    rto = connection.rtt().rto();
    TcpEnvironment environment = connection.environment();
    Sender snd = connection.snd();
    return new TcpVariables(
        environment.stamp(),
        connection.id(),
        why,
        snd.una(),
        snd.nxt(),
        snd.wnd(),
        connection.rcv().nxt(),
        cwnd,
        ssthresh,
        connection.rtt().srtt(),
        rto);
  }
}
