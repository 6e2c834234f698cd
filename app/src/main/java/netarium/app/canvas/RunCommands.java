package netarium.app.canvas;

import netarium.topologies.stimulus.Stimulus;

/// What the canvas can do to a run. The workbench gives it.
public interface RunCommands {
  /// Does it to the running network, now; its own instant does not matter. Starts a run first if
  /// there is none.
  void apply(Stimulus stimulus);

  /// Whether there is a run that is not over: then links are cut and machines crash in it, and not
  /// in the drawing.
  boolean isRunning();

  /// No run: everything changes the drawing.
  RunCommands NONE =
      new RunCommands() {
        @Override
        public void apply(Stimulus stimulus) {}

        @Override
        public boolean isRunning() {
          return false;
        }
      };
}
