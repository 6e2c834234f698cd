package netarium.engine.service;

import java.util.List;
import netarium.engine.socket.SocketError;
import netarium.engine.wire.Ipv4Address;

/// What comes of looking for the addresses of a host.
public sealed interface NameAnswer {
  /// One address or more, the best first.
  record At(List<Ipv4Address> addresses) implements NameAnswer {
    public At {
      addresses = List.copyOf(addresses);
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException("one address at least");
      }
    }

    public Ipv4Address first() {
      return addresses.getFirst();
    }
  }

  /// There is no such host, or none with an address.
  record Unknown(String host) implements NameAnswer {}

  /// Nobody knows whether there is: `sentence` says why.
  record Failed(Reason reason, String sentence) implements NameAnswer {}

  /// Why a host could not be looked for.
  enum Reason {
    TIMED_OUT("timeout", SocketError.Code.TIMEOUT),
    /// A name server would not or could not say.
    MISBEHAVING("server-failure", SocketError.Code.UNREACHABLE),
    UNREACHABLE("unreachable", SocketError.Code.UNREACHABLE),
    UNSUPPORTED("unsupported", SocketError.Code.UNSUPPORTED);

    private final String label;
    private final SocketError.Code code;

    Reason(String label, SocketError.Code code) {
      this.label = label;
      this.code = code;
    }

    /// The stable name that programs can test.
    public String label() {
      return label;
    }

    public SocketError.Code code() {
      return code;
    }
  }
}
