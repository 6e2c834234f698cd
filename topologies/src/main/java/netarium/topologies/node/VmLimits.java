package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.Octets;
import org.jspecify.annotations.Nullable;

/// How much of everything a machine may use. Missing: the simulator's own bound.
///
/// @param memory for all values of its programs
/// @param instructions how many units all its programs may use together
/// @param output how much they may print
/// @param sockets how many sockets may be open at once
/// @param files how much its file tree may hold
public record VmLimits(
    Octets memory,
    @Nullable Long instructions,
    @Nullable Octets output,
    @Nullable Integer sockets,
    @Nullable Octets files,
    Extras extras) {
  public static final Octets DEFAULT_MEMORY = Octets.ofMib(8);
  public static final VmLimits DEFAULT =
      new VmLimits(DEFAULT_MEMORY, null, null, null, null, Extras.NONE);
}
