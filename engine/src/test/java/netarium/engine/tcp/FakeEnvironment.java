package netarium.engine.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.Event;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;

/// A world for one connection: real simulated time, and segments that go into a queue.
final class FakeEnvironment implements TcpEnvironment {
  record Sent(SimTime at, TcpSegment segment, SendOptions options, long cause) {}

  int doubts;

  final Simulator simulator;
  final EventLog log = new EventLog();
  final EventRecorder recorder;
  final ArrayDeque<Sent> sent = new ArrayDeque<>();
  SeqNum iss = new SeqNum(0);

  FakeEnvironment() {
    simulator = new Simulator();
    recorder = new EventRecorder(simulator, log);
  }

  void runUntil(SimTime end) {
    simulator.horizon(end);
    while (simulator.step()) {
      // nothing to do but go on
    }
    simulator.advanceTo(end);
  }

  /// Every state the connection has been in, as the trace tells.
  List<String> states() {
    List<String> states = new ArrayList<>();
    for (SimEvent event : log.events()) {
      if (event instanceof SimEvent.TcpStateChanged changed) {
        states.add(changed.to());
      }
    }
    return states;
  }

  @Override
  public SimTime now() {
    return simulator.now();
  }

  @Override
  public Timer timer(Event onExpiry) {
    return simulator.timer(onExpiry);
  }

  @Override
  public Timer housekeepingTimer(Event onExpiry) {
    return simulator.housekeepingTimer(onExpiry);
  }

  @Override
  public SeqNum chooseIss(FourTuple connection) {
    return iss;
  }

  @Override
  public void transmit(FourTuple connection, TcpSegment segment, SendOptions options) {
    sent.add(new Sent(now(), segment, options, simulator.cause()));
  }

  @Override
  public void doubtPath(FourTuple connection) {
    doubts++;
  }

  @Override
  public Stamp stamp() {
    return recorder.stamp(0);
  }

  @Override
  public void record(SimEvent event) {
    recorder.record(event);
  }

  @Override
  public void recordAsCause(SimEvent event) {
    recorder.recordAsCause(event);
  }
}
