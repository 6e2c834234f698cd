package netarium.engine.drill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;

/// A packet as a script writes it: its numbers are the script's, to be mapped to the live ones.
sealed interface PacketSpec {
  IpSpec ip();

  Ports ports();

  /// What is written of the IP header; -1 where nothing is. `ecn` is the two bits alone; `ect01`
  /// stands for either mark.
  record IpSpec(int typeOfService, int ecn, boolean ect01, int ttl) {
    static final IpSpec NONE = new IpSpec(-1, -1, false, -1);
  }

  /// `source > destination` as written, or zeros.
  record Ports(int source, int destination) {
    static final Ports NONE = new Ports(0, 0);

    boolean isGiven() {
      return source != 0;
    }
  }

  /// `options` is empty where none are written or `<...>` is; `isAbsolute` is the `!` behind the
  /// sequence numbers: they are the live ones.
  record Tcp(
      IpSpec ip,
      Ports ports,
      TcpFlags flags,
      long seq,
      int length,
      boolean isAbsolute,
      OptionalLong ack,
      OptionalInt window,
      OptionalInt urgentPointer,
      Optional<List<TcpOption>> options)
      implements PacketSpec {}

  record Udp(IpSpec ip, Ports ports, int length) implements PacketSpec {}

  /// `type` and `code` are numbers; `mtu` and `id` 0 where not written.
  record Icmp(IpSpec ip, int type, int code, int mtu, int id, Quoted quoted) implements PacketSpec {
    @Override
    public Ports ports() {
      return Ports.NONE;
    }
  }

  /// The packet an ICMP error speaks of.
  record Quoted(boolean isUdp, long seq, int length) {}
}
