package netarium.engine.drill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.sim.SimDuration;
import netarium.engine.socket.TcpSocket;
import netarium.engine.tcp.TcpOptionsConfig;

/// `setsockopt` and `getsockopt`.
///
/// The stack's buffers and its MSS are a node's, not a socket's. A script has one connection at a
/// time, so its options hold for the node, as long as that has not begun.
final class SocketOptions {
  /// The settings of a node that may not have begun yet.
  interface Node {
    boolean hasBegun();

    TcpOptionsConfig config();

    void config(TcpOptionsConfig changed);
  }

  /// Options by which nothing changes that a script could see here.
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "SO_REUSEADDR",
          "SO_REUSEPORT",
          "SO_BROADCAST",
          "SO_NOSIGPIPE",
          "SO_DEBUG",
          "SO_SNDBUF",
          "SO_PRIORITY",
          "SO_MARK",
          "TCP_QUICKACK",
          "IP_FREEBIND");

  /// Options of a connection, which an accepted one has from its listener.
  private static final List<String> OF_CONNECTION =
      List.of(
          "SO_KEEPALIVE",
          "TCP_KEEPIDLE",
          "TCP_KEEPINTVL",
          "TCP_KEEPCNT",
          "TCP_USER_TIMEOUT",
          "TCP_NODELAY",
          "IP_TOS",
          "IP_TTL");

  /// What each system answers by its own reckoning.
  private static final List<String> OWN_FIGURES = List.of("SO_RCVBUF", "SO_SNDBUF", "TCP_MAXSEG");

  private final Profile profile;
  private final Node node;

  SocketOptions(Profile profile, Node node) {
    this.profile = profile;
    this.node = node;
  }

  CallResult set(Handle handle, Arguments arguments) {
    String name = arguments.name(2);
    Expression value = arguments.at(3);
    switch (name) {
      case "SO_LINGER" -> linger(handle, arguments, value);
      case "TCP_CONGESTION" -> congestion(arguments, value);
      case "SO_RCVBUF", "SO_RCVBUFFORCE", "TCP_MAXSEG", "TCP_KEEPINIT", "TCP_SYNCNT" -> {
        return nodeOption(handle, arguments, name, arguments.integer(value));
      }
      default -> {
        if (OF_CONNECTION.contains(name)) {
          return connectionOption(handle, name, arguments.integer(value));
        }
        if (!WITHOUT_EFFECT.contains(name)) {
          throw arguments.unsupported("the socket option " + name);
        }
        handle.option(name, arguments.integer(value));
      }
    }
    return CallResult.done(0);
  }

  private static CallResult connectionOption(Handle handle, String name, long value) {
    boolean isLength = name.startsWith("TCP_KEEP") || name.equals("IP_TTL");
    if (value < (isLength ? 1 : 0) || value > Integer.MAX_VALUE) {
      return CallResult.failed("EINVAL");
    }
    try {
      handle.option(name, value);
    } catch (IllegalArgumentException e) {
      return CallResult.failed("EINVAL");
    }
    return CallResult.done(0);
  }

  private void congestion(Arguments arguments, Expression value) {
    String algorithm = value.toString().replace("\"", "");
    TcpOptionsConfig changed = Settings.congestion(node.config(), algorithm);
    if (changed == null) {
      throw arguments.unsupported("TCP_CONGESTION with " + algorithm);
    }
    if (node.hasBegun() && !changed.equals(node.config())) {
      throw arguments.unsupported("TCP_CONGESTION on a socket in use");
    }
    node.config(changed);
  }

  private CallResult nodeOption(Handle handle, Arguments arguments, String name, long value) {
    if (node.hasBegun()) {
      throw arguments.unsupported(name + " on a socket in use");
    }
    try {
      TcpOptionsConfig old = node.config();
      node.config(
          switch (name) {
            case "TCP_MAXSEG" -> old.withMss((int) value);
            case "TCP_KEEPINIT" -> old.withConnectTimeout(SimDuration.ofSeconds(value));
            case "TCP_SYNCNT" ->
                old.withConnectTimeout(old.rtoInitial().times((2L << Math.min(value, 20)) - 1));
            default -> old.withReceiveBuffer(profile.shownBuffer((int) value));
          });
    } catch (IllegalArgumentException e) {
      return CallResult.failed("EINVAL");
    }
    handle.option(name, value);
    return CallResult.done(0);
  }

  private static void linger(Handle handle, Arguments arguments, Expression value) {
    if (!(value instanceof Expression.Struct linger)) {
      throw arguments.unsupported("SO_LINGER with " + value);
    }
    Expression nothing = new Expression.Int(0);
    long on = arguments.integer(linger.part("onoff").orElse(nothing));
    long seconds = arguments.integer(linger.part("linger").orElse(nothing));
    if (on != 0 && seconds > 0) {
      throw arguments.unsupported("SO_LINGER with a time");
    }
    handle.resetsOnClose(on != 0);
  }

  CallResult get(Handle handle, Arguments arguments) {
    String name = arguments.name(2);
    if (name.equals("SO_ERROR")) {
      Expression error =
          handle.takeError().<Expression>map(Expression.Name::new).orElse(new Expression.Int(0));
      return new CallResult.Done(0, List.of(error));
    }
    if (OWN_FIGURES.contains(name) && !profile.comparesOwnFigures()) {
      return CallResult.done(0);
    }
    OptionalLong value = value(handle, name);
    if (value.isEmpty()) {
      throw arguments.unsupported("the socket option " + name);
    }
    return new CallResult.Done(0, List.of(new Expression.Int(value.getAsLong())));
  }

  private OptionalLong value(Handle handle, String name) {
    Optional<Long> set = handle.option(name);
    return switch (name) {
      case "SO_RCVBUF" -> OptionalLong.of(receiveBuffer(handle));
      case "SO_SNDBUF" ->
          set.isPresent()
              ? OptionalLong.of(profile.shownBuffer(set.get().intValue()))
              : OptionalLong.of(node.config().sendBuffer());
      case "TCP_MAXSEG" ->
          handle.socket().filter(TcpSocket::isConnected).isPresent()
              ? OptionalLong.of(handle.socket().get().snapshot().snd().mss())
              : OptionalLong.of(set.orElse((long) TcpOptionsConfig.DEFAULT_PEER_MSS));
      case "TCP_KEEPIDLE" -> seconds(set, node.config().keepAlive().idle());
      case "TCP_KEEPINTVL" -> seconds(set, node.config().keepAlive().interval());
      case "TCP_KEEPCNT" -> OptionalLong.of(set.orElse((long) node.config().keepAlive().probes()));
      case "SO_TYPE" -> OptionalLong.of(handle.isUdp() ? 2 : 1);
      case "TCP_NODELAY" -> OptionalLong.of(set.orElse(0L));
      default ->
          set.isPresent() || WITHOUT_EFFECT.contains(name) || OF_CONNECTION.contains(name)
              ? OptionalLong.of(set.orElse(0L))
              : OptionalLong.empty();
    };
  }

  private static OptionalLong seconds(Optional<Long> set, SimDuration otherwise) {
    return OptionalLong.of(set.orElse(otherwise.nanos() / 1_000_000_000));
  }

  /// BSD rounds the buffer up to whole segments once it knows their size.
  private long receiveBuffer(Handle handle) {
    int buffer = node.config().receiveBuffer();
    boolean isOpen =
        handle.socket().filter(each -> !each.snapshot().state().equals("SYN-SENT")).isPresent();
    if (profile != Profile.BSD || !isOpen) {
      return buffer;
    }
    int mss = handle.socket().get().snapshot().snd().mss();
    return mss <= 0 ? buffer : (buffer + mss - 1L) / mss * mss;
  }
}
