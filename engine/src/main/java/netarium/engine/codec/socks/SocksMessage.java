package netarium.engine.codec.socks;

import java.util.List;
import netarium.engine.wire.Octets;

/// The messages of SOCKS version 5, in the order in which a conversation has them: the client's
/// [Greeting], the proxy's [MethodChoice]; with that method the client's [Credentials] and the
/// proxy's [CredentialsAnswer]; the client's [Request] and the proxy's [Reply].
///
/// Invariant: what can be constructed can be emitted, and reading it gives the same value.
public sealed interface SocksMessage {
  int VERSION = 5;

  /// The version of the sub-negotiation for user name and password (RFC 1929 §2).
  int CREDENTIALS_VERSION = 1;

  int NO_AUTHENTICATION = 0;
  int USER_AND_PASSWORD = 2;
  int NO_ACCEPTABLE_METHOD = 0xff;

  int CONNECT = 1;
  int BIND = 2;
  int UDP_ASSOCIATE = 3;

  /// The message as it goes over the wire.
  Octets octets();

  /// Which methods the client can do (RFC 1928 §3).
  record Greeting(List<Integer> methods) implements SocksMessage {
    public Greeting {
      methods = List.copyOf(methods);
      requireOctet(methods.size());
      methods.forEach(SocksMessage::requireOctet);
    }

    @Override
    public Octets octets() {
      byte[] octets = new byte[2 + methods.size()];
      octets[0] = VERSION;
      octets[1] = (byte) methods.size();
      for (int i = 0; i < methods.size(); i++) {
        octets[2 + i] = (byte) (int) methods.get(i);
      }
      return Octets.wrap(octets);
    }
  }

  /// Which of them the proxy takes (RFC 1928 §3).
  record MethodChoice(int method) implements SocksMessage {
    public MethodChoice {
      requireOctet(method);
    }

    @Override
    public Octets octets() {
      return Octets.wrap(new byte[] {VERSION, (byte) method});
    }
  }

  /// Who the client is (RFC 1929 §2).
  record Credentials(Octets user, Octets password) implements SocksMessage {
    public Credentials {
      requireOctet(user.length());
      requireOctet(password.length());
    }

    @Override
    public Octets octets() {
      byte[] octets = new byte[3 + user.length() + password.length()];
      octets[0] = CREDENTIALS_VERSION;
      octets[1] = (byte) user.length();
      user.copyTo(octets, 2);
      octets[2 + user.length()] = (byte) password.length();
      password.copyTo(octets, 3 + user.length());
      return Octets.wrap(octets);
    }
  }

  /// Whether the proxy believes it; 0 is yes (RFC 1929 §2).
  record CredentialsAnswer(int status) implements SocksMessage {
    public CredentialsAnswer {
      requireOctet(status);
    }

    public boolean isAccepted() {
      return status == 0;
    }

    @Override
    public Octets octets() {
      return Octets.wrap(new byte[] {CREDENTIALS_VERSION, (byte) status});
    }
  }

  /// What the proxy is to do (RFC 1928 §4).
  record Request(int command, SocksAddress address, int port) implements SocksMessage {
    public Request {
      requireOctet(command);
      requirePort(port);
    }

    @Override
    public Octets octets() {
      return addressed(command, address, port);
    }
  }

  /// What came of it, and where the proxy's own end is (RFC 1928 §6).
  record Reply(int code, SocksAddress address, int port) implements SocksMessage {
    public Reply {
      requireOctet(code);
      requirePort(port);
    }

    @Override
    public Octets octets() {
      return addressed(code, address, port);
    }
  }

  private static Octets addressed(int what, SocksAddress address, int port) {
    Octets place = address.octets();
    byte[] octets = new byte[6 + place.length()];
    octets[0] = VERSION;
    octets[1] = (byte) what;
    octets[3] = (byte) address.type();
    place.copyTo(octets, 4);
    octets[4 + place.length()] = (byte) (port >> 8);
    octets[5 + place.length()] = (byte) port;
    return Octets.wrap(octets);
  }

  private static void requireOctet(int value) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("one octet cannot hold " + value);
    }
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }
}
