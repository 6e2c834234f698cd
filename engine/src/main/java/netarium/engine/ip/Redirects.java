package netarium.engine.ip;

import java.util.LinkedHashMap;
import java.util.Optional;
import netarium.engine.sim.Invariant;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;

/// What routers have told this host of better ways (RFC 1122 §3.2.2.2): a route to one destination
/// each, which stays until its gateway does not answer any more or the host starts anew.
///
/// Invariant: every route remembered here stands in the table of routes.
final class Redirects {
  /// When there are more, the oldest goes.
  private static final int MOST = 256;

  private static final int HOST_BITS = 32;

  private final Forwarding forwarding;
  private final LinkedHashMap<Ipv4Address, Route> learnt = new LinkedHashMap<>();

  Redirects(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  /// Whether both stand in the network of this card, so that one could send to the other itself.
  static boolean areNeighbours(NetworkInterface card, Ipv4Address one, Ipv4Address other) {
    Optional<Ipv4Prefix> network = card.prefix();
    return network.isPresent() && network.get().contains(one) && network.get().contains(other);
  }

  /// Takes what `from` says; answers why not, or empty text when the route is there now.
  String learn(
      Ipv4Address from, NetworkInterface arrivedOn, Ipv4Address destination, Ipv4Address gateway) {
    Route now = forwarding.routes().lookUp(destination);
    if (now == null || !now.out().equals(arrivedOn) || !now.nextHop(destination).equals(from)) {
      return "a redirect from another than the first hop";
    }
    if (!areNeighbours(arrivedOn, from, gateway) || forwarding.isLocal(gateway)) {
      return "a redirect to " + gateway + ", which is no neighbour";
    }
    forget(destination);
    if (learnt.size() == MOST) {
      forget(learnt.firstEntry().getKey());
    }
    Route better = Route.via(new Ipv4Prefix(destination, HOST_BITS), gateway, arrivedOn, 0);
    learnt.put(destination, better);
    forwarding.addRoute(better);
    return "";
  }

  /// The gateway of this destination does not answer, or another one takes its place.
  void forget(Ipv4Address destination) {
    Route gone = learnt.remove(destination);
    if (gone != null) {
      Invariant.check(forwarding.removeRoute(gone), "what was learnt stands in the table");
    }
  }

  void clear() {
    while (!learnt.isEmpty()) {
      forget(learnt.firstEntry().getKey());
    }
  }
}
