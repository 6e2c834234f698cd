package netarium.engine.ip;

import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;

/// What IP asks of the layer above. `tcp`, `udp` and `icmp` implement it.
public interface TransportProtocol {
  IpProtocol number();

  /// Takes a whole datagram for this node. Whoever drops it says so with [Forwarding#dropped].
  void receive(Ipv4Datagram datagram, NetworkInterface arrivedOn);

  /// An ICMP error is about a datagram that this node sent: its header and the first octets of what
  /// it carried, eight at least if there were so many (RFC 792).
  void unreachable(IcmpMessage error, Ipv4Header quoted, Octets quotedPayload);
}
