package netarium.engine.run;

import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;

/// How a project is to be run: `seed` and `until` in place of the topology's, and who reads the
/// events. `continuesInPlace` is on but for the test that shows that it changes nothing.
public record RunSettings(
    OptionalLong seed, Optional<SimTime> until, EventSink sink, boolean continuesInPlace) {
  public static RunSettings with(EventSink sink) {
    return new RunSettings(OptionalLong.empty(), Optional.empty(), sink, true);
  }

  public RunSettings withSeed(OptionalLong other) {
    return new RunSettings(other, until, sink, continuesInPlace);
  }

  public RunSettings withUntil(SimTime end) {
    return new RunSettings(seed, Optional.of(end), sink, continuesInPlace);
  }

  public RunSettings inPlace(boolean on) {
    return new RunSettings(seed, until, sink, on);
  }
}
