package netarium.engine.vm;

import java.util.Map;
import netarium.engine.sim.SimDuration;

/// What a topology says about a VM as a computer. `epochNanos` is the wall-clock time that
/// simulated time 0 stands for, since 1970.
public record VmSettings(
    String id,
    int node,
    SimDuration unit,
    long memoryOctets,
    long instructions,
    long outputOctets,
    long epochNanos,
    Map<String, String> environment) {
  /// No limit on instructions or output.
  public static final long UNLIMITED = Long.MAX_VALUE;
}
