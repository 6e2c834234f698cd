/// Octets and values, both ways, and nothing else: no clock, no I/O, no state.
///
/// A frame travels as an immutable value ([EthernetFrame] → [ArpPacket] or [Ipv4Datagram] →
/// [TcpSegment], [UdpDatagram], [IcmpMessage]); its octets are made on demand. Each protocol is a
/// record with a codec beside it (`emit`, `parse`), and `parse(emit(x)) = x`. Bad octets are a
/// value too: [Parsed.Malformed] names the field and the reason.
///
/// Read in this order: [Octets], [EthernetFrame], [Ipv4Datagram], [TcpSegment], [Parsed],
/// [EthernetCodec], [Ipv4Codec], [TcpCodec].
@NullMarked
package netarium.engine.wire;

import org.jspecify.annotations.NullMarked;
