package netarium.engine.wire;

/// What an Ethernet frame carries.
public sealed interface FramePayload permits ArpPacket, Ipv4Datagram, UnknownPayload {
  EtherType etherType();

  /// Octets on the wire, without the padding of short frames.
  int lengthOctets();

  /// A digest of header fields and of the cached digest of the data, see [Digest].
  long digest();
}
