/// UDP (RFC 768): ports over IP, and nothing else.
///
/// [UdpLayer] gives each arriving datagram to the [UdpBinding] whose port and address it names, and
/// answers with an ICMP error when there is none. What a program sees of it is in `socket`.
///
/// Read in this order: [UdpLayer], [UdpBinding], [UdpReceiver]. May use: `ip`, `sim`, `wire`,
/// `trace`.
@NullMarked
package netarium.engine.udp;

import org.jspecify.annotations.NullMarked;
