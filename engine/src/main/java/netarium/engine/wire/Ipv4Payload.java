package netarium.engine.wire;

/// What an IPv4 datagram carries.
public sealed interface Ipv4Payload permits TcpSegment, UdpDatagram, IcmpMessage, OpaquePayload {
  int lengthOctets();

  long digest();
}
