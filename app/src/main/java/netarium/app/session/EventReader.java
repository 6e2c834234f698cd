package netarium.app.session;

import netarium.engine.trace.EventSink;
import netarium.topologies.Topology;

/// A tool that shows something of a run. It is handed every event once, in order, on the FX thread,
/// a batch at a time; it remembers what it needs and answers for any instant.
public interface EventReader extends EventSink {
  /// A new run of this topology begins; what was known of the last one is forgotten.
  void begin(Topology topology);

  /// A batch of events has been handed over: time to tell the view.
  default void caughtUp() {}
}
