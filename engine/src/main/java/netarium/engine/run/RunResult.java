package netarium.engine.run;

import netarium.engine.sim.SimTime;

/// What a run came to. Equal results are equal runs.
public record RunResult(long events, long frames, SimTime time, String hash) {
  /// The last line of `netarium run`; it holds no figure of the host's clock.
  public String summary() {
    return "netarium: events=" + events + " frames=" + frames + " time=" + time + " hash=" + hash;
  }
}
