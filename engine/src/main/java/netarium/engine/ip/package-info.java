/// IPv4 in one node (RFC 791, RFC 1122 for hosts, RFC 1812 for routers): interfaces, ARP, routes,
/// fragments, and the walk of a datagram through them.
///
/// [Forwarding] is the layer; everything else is a part of it. What is above registers as a
/// [TransportProtocol]; ICMP also stands ready as [IcmpErrors]. `ip` imports none of them.
///
/// Read in this order: [Forwarding], [NetworkInterface], [ArpCache], [RoutingTable],
/// [Fragmentation], [Reassembly]. May use: `link`, `sim`, `wire`, `trace`.
@NullMarked
package netarium.engine.ip;

import org.jspecify.annotations.NullMarked;
