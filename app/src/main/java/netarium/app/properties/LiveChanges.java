package netarium.app.properties;

import netarium.topologies.stimulus.Stimulus;

/// The run that the window shows, as far as properties can change it.
public interface LiveChanges {
  /// Nothing runs.
  LiveChanges NONE =
      new LiveChanges() {
        @Override
        public boolean isRunning() {
          return false;
        }

        @Override
        public void apply(Stimulus stimulus) {}
      };

  /// Whether there is a run that has begun and can still be changed.
  boolean isRunning();

  /// Does it to the run, now; its own instant does not matter.
  void apply(Stimulus stimulus);
}
