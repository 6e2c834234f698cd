package netarium.engine.ip;

import netarium.engine.trace.DropReason;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;

/// What makes a node a router: passes on datagrams that are not for itself (RFC 1812 §5.2), one hop
/// poorer, and tells their source when it cannot.
final class Transit {
  private final Forwarding forwarding;

  Transit(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  void forward(EthernetFrame frame, Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    Ipv4Address destination = datagram.destination();
    if (destination.isUnspecified() || forwarding.isBroadcast(destination)) {
      // A directed broadcast stays outside the network it is meant for (RFC 2644).
      arrivedOn.drop(frame, DropReason.NOT_FORWARDING, destination.toString());
      return;
    }
    if (datagram.ttl() <= 1) {
      arrivedOn.drop(frame, DropReason.TTL_EXPIRED, "");
      forwarding.icmpErrors().timeExceeded(datagram, IcmpErrors.TTL_EXCEEDED);
      return;
    }
    Route route = forwarding.routes().lookUp(destination);
    if (route == null) {
      arrivedOn.drop(frame, DropReason.NO_ROUTE, destination.toString());
      forwarding.icmpErrors().unreachable(datagram, IcmpErrors.NET_UNREACHABLE);
      return;
    }
    int mtuOctets = route.out().mtuOctets();
    if (datagram.lengthOctets() > mtuOctets && datagram.header().dontFragment()) {
      arrivedOn.drop(
          frame,
          DropReason.MUST_NOT_FRAGMENT,
          datagram.lengthOctets() + " octets, the next link takes " + mtuOctets);
      forwarding.icmpErrors().fragmentationNeeded(datagram, mtuOctets);
      return;
    }
    Ipv4Address nextHop = route.nextHop(destination);
    route.out().send(datagram.withTtl(datagram.ttl() - 1), nextHop);
    boolean isBackWhereItCameFrom = route.out().equals(arrivedOn);
    if (isBackWhereItCameFrom && Redirects.areNeighbours(arrivedOn, datagram.source(), nextHop)) {
      forwarding.icmpErrors().redirect(datagram, nextHop);
    }
  }
}
