package netarium.engine.trace;

/// Takes each event as it happens, on the simulation's thread. Readers pull from what a sink keeps;
/// nothing a sink does can change the run.
@FunctionalInterface
public interface EventSink {
  /// Keeps nothing: for runs of which only the summary is wanted.
  EventSink NONE = event -> {};

  void accept(SimEvent event);
}
