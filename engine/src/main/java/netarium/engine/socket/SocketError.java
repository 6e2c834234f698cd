package netarium.engine.socket;

import netarium.engine.tcp.TcpError;

/// Why a socket call failed or a connection ended: a code that programs can test, and a sentence
/// for people.
public record SocketError(Code code, String sentence) {
  /// The stable names.
  public enum Code {
    REFUSED("refused"),
    TIMEOUT("timeout"),
    RESET("reset"),
    CLOSED("closed"),
    IN_USE("in-use"),
    UNREACHABLE("unreachable"),
    NO_SUCH_HOST("no-such-host"),
    NOT_AVAILABLE("not-available"),
    TOO_BIG("too-big"),
    UNSUPPORTED("unsupported"),
    /// The other side cannot prove that it is who it should be.
    CERTIFICATE("certificate"),
    /// A TLS connection failed in any other way.
    TLS("tls"),
    /// The other side does not keep to the protocol above, or does not want it.
    PROTOCOL("protocol");

    private final String label;

    Code(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public static SocketError addressInUse(int port) {
    return new SocketError(Code.IN_USE, "address already in use (port " + port + ")");
  }

  public static SocketError tooMany(int limit) {
    return new SocketError(Code.NOT_AVAILABLE, "too many open sockets (limit is " + limit + ")");
  }

  static SocketError noFreePort() {
    return new SocketError(
        Code.IN_USE,
        "no free port (all of "
            + EphemeralPorts.FIRST
            + " to "
            + EphemeralPorts.LAST
            + " are in use)");
  }

  static SocketError badPort(int port) {
    return new SocketError(Code.UNSUPPORTED, "no such port: " + port + " (ports are 0 to 65535)");
  }

  static SocketError of(TcpError error) {
    Code code =
        switch (error) {
          case REFUSED -> Code.REFUSED;
          case RESET -> Code.RESET;
          case TIMED_OUT -> Code.TIMEOUT;
          case NETWORK_UNREACHABLE, HOST_UNREACHABLE -> Code.UNREACHABLE;
          case ABORTED -> Code.CLOSED;
        };
    return new SocketError(code, error.sentence());
  }

  @Override
  public String toString() {
    return sentence;
  }
}
