package netarium.engine.tcp;

import netarium.engine.ip.SendOptions;
import netarium.engine.sim.Event;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// The whole world of a TCP connection: the clock, timers, a first sequence number, a way out for
/// segments and the trace.
public interface TcpEnvironment {
  SimTime now();

  /// A timer that keeps the run alive while it is armed.
  Timer timer(Event onExpiry);

  /// A timer that does not: TIME-WAIT passes whether or not anybody waits for it.
  Timer housekeepingTimer(Event onExpiry);

  SeqNum chooseIss(FourTuple connection);

  void transmit(FourTuple connection, TcpSegment segment, SendOptions options);

  /// Nobody at the other end has answered for a while (R1 of RFC 9293 §3.8.3): perhaps the way
  /// there is not what it was.
  void doubtPath(FourTuple connection);

  Stamp stamp();

  void record(SimEvent event);

  /// As [#record], and what follows happens because of this event.
  void recordAsCause(SimEvent event);
}
