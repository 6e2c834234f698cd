package netarium.engine.wire;

/// What an ICMP error tells of the datagram it is about: its header and its first octets.
public record QuotedDatagram(Ipv4Header header, Octets payload) {}
