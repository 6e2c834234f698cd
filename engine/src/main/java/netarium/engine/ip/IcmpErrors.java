package netarium.engine.ip;

import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;

/// What IP asks of ICMP: to tell a datagram's source what became of it (RFC 792). Whether an error
/// may be sent at all (RFC 1122 §3.2.2) is for the implementer to judge.
public interface IcmpErrors {
  int NET_UNREACHABLE = 0;
  int HOST_UNREACHABLE = 1;
  int PROTOCOL_UNREACHABLE = 2;
  int PORT_UNREACHABLE = 3;
  int FRAGMENTATION_NEEDED = 4;
  int TTL_EXCEEDED = 0;
  int REASSEMBLY_TIME_EXCEEDED = 1;
  int REDIRECT_FOR_HOST = 1;

  /// For a node that tells nobody.
  IcmpErrors NONE =
      new IcmpErrors() {
        @Override
        public void unreachable(Ipv4Datagram about, int code) {}

        @Override
        public void fragmentationNeeded(Ipv4Datagram about, int nextHopMtuOctets) {}

        @Override
        public void timeExceeded(Ipv4Datagram about, int code) {}

        @Override
        public void parameterProblem(Ipv4Datagram about, int pointer) {}

        @Override
        public void redirect(Ipv4Datagram about, Ipv4Address gateway) {}
      };

  void unreachable(Ipv4Datagram about, int code);

  /// Destination unreachable, code 4, with the MTU that did not suffice (RFC 1191 §4).
  void fragmentationNeeded(Ipv4Datagram about, int nextHopMtuOctets);

  void timeExceeded(Ipv4Datagram about, int code);

  /// The header is wrong at the octet with this index.
  void parameterProblem(Ipv4Datagram about, int pointer);

  /// The source has a shorter way to the destination, by a gateway on its own network.
  void redirect(Ipv4Datagram about, Ipv4Address gateway);
}
