package netarium.engine.ip;

import java.util.LinkedHashMap;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.wire.Ipv4Address;

/// What routers have said about the largest datagram that reaches a destination (RFC 1191).
///
/// A figure is forgotten after ten minutes, the interval of RFC 1191 §6.3, so that a path that has
/// become wider is found out.
final class PathMtus {
  /// Every node must take datagrams of this size (RFC 791 §3.2): nobody may talk us below it.
  static final int LEAST_OCTETS = 68;

  private static final SimDuration LIFE = SimDuration.ofSeconds(600);
  private static final int MOST_ENTRIES = 4096;

  /// RFC 1191 §7.1: what links are likely to take, for routers that do not say.
  private static final int[] PLATEAUS = {
    32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296, LEAST_OCTETS
  };

  private final Simulator simulator;
  private final LinkedHashMap<Ipv4Address, Known> byDestination = new LinkedHashMap<>();

  PathMtus(Simulator simulator) {
    this.simulator = simulator;
  }

  private record Known(int octets, SimTime until) {}

  boolean isEmpty() {
    return byDestination.isEmpty();
  }

  /// Notes that a datagram of `triedOctets` was too big for a link that takes `statedOctets`; zero
  /// when the router did not say. A figure never grows by hearsay.
  void learn(Ipv4Address destination, int statedOctets, int triedOctets) {
    int stated = statedOctets == 0 ? plateauBelow(triedOctets) : statedOctets;
    int octets = Math.max(LEAST_OCTETS, stated);
    if (octets >= atMost(destination, triedOctets)) {
      return;
    }
    if (byDestination.size() == MOST_ENTRIES) {
      byDestination.pollFirstEntry();
    }
    byDestination.putLast(destination, new Known(octets, simulator.now().plus(LIFE)));
  }

  /// `linkOctets`, or less if the path is known to take less.
  int atMost(Ipv4Address destination, int linkOctets) {
    Known known = byDestination.get(destination);
    if (known == null) {
      return linkOctets;
    }
    if (!known.until.isAfter(simulator.now())) {
      byDestination.remove(destination);
      return linkOctets;
    }
    return Math.min(linkOctets, known.octets);
  }

  void clear() {
    byDestination.clear();
  }

  private static int plateauBelow(int triedOctets) {
    for (int plateau : PLATEAUS) {
      if (plateau < triedOctets) {
        return plateau;
      }
    }
    return LEAST_OCTETS;
  }
}
