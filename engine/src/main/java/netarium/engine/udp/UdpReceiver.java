package netarium.engine.udp;

import netarium.engine.ip.NetworkInterface;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Octets;

/// What a binding asks of its owner.
public interface UdpReceiver {
  /// Takes a datagram that was sent to `to`: the binding's address, or a broadcast or multicast
  /// one. Answers false if there is no room for it; then it is dropped.
  boolean receive(Endpoint from, Endpoint to, Octets payload, NetworkInterface arrivedOn);

  /// A datagram that went to `remote` met with an ICMP error: nobody listens there, or there is no
  /// way there.
  void unreachable(Endpoint remote, IcmpMessage error);
}
