package netarium.engine.trace;

import netarium.engine.sim.Invariant;
import netarium.engine.sim.Simulator;

/// The one pen with which the engine writes its trace. It gives each event its [Stamp], rolls the
/// hash and hands the event to the sink.
///
/// ```java
/// recorder.record(new ArpChanged(recorder.stamp(node), …));
/// ```
///
/// Invariant: stamps are recorded in the order in which they were drawn, each exactly once.
public final class EventRecorder {
  private final Simulator simulator;
  private final EventSink sink;
  private final TraceHash hash = new TraceHash();
  private long drawn;
  private long recorded;
  private long frames;

  public EventRecorder(Simulator simulator, EventSink sink) {
    this.simulator = simulator;
    this.sink = sink;
  }

  /// The stamp of the next event: now, at `node`, because of what is happening.
  public Stamp stamp(int node) {
    return new Stamp(drawn++, simulator.now(), node, simulator.cause());
  }

  /// Writes the event down; answers its ordinal.
  public long record(SimEvent event) {
    Stamp stamp = event.stamp();
    Invariant.check(stamp.ordinal() == recorded, "stamps are recorded in the order of drawing");
    recorded++;
    if (event instanceof SimEvent.FrameSent) {
      frames++;
    }
    hash.add(event);
    sink.accept(event);
    return stamp.ordinal();
  }

  /// As [#record], and what happens from here on happens because of this event.
  public void recordAsCause(SimEvent event) {
    simulator.becauseOf(record(event));
  }

  /// How many events the run has so far.
  public long events() {
    return recorded;
  }

  /// How many frames were sent so far, a hop each.
  public long frames() {
    return frames;
  }

  public TraceHash hash() {
    return hash;
  }
}
