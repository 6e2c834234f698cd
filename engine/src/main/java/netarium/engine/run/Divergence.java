package netarium.engine.run;

import netarium.engine.sim.SimTime;
import netarium.topologies.stimulus.Stimulus;

/// Where a replay was first seen to be another run than the recorded one: by then more or fewer
/// events had happened. It began at that stimulus or before.
///
/// @param expected the ordinal of the event before the stimulus, as recorded
/// @param actual the ordinal of the event before it in the replay
public record Divergence(SimTime at, Stimulus stimulus, long expected, long actual) {
  @Override
  public String toString() {
    return "at "
        + at
        + " before \""
        + stimulus.action()
        + "\": "
        + (actual + 1)
        + " events instead of "
        + (expected + 1);
  }
}
