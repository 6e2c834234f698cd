package netarium.engine.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.socket.UdpSocket;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Header;
import org.jspecify.annotations.Nullable;

/// A script's file descriptor: a socket, and what the calls on it must remember.
final class Handle {
  private final boolean isUdp;
  private final Map<String, Long> options = new LinkedHashMap<>();
  private @Nullable TcpListener listener;
  private @Nullable TcpSocket socket;
  private @Nullable UdpSocket udp;
  private @Nullable Endpoint udpPeer;
  private int boundPort;
  private boolean isNonBlocking;
  private boolean isReadShut;
  private boolean isWriteShut;
  private boolean resetsOnClose;
  private boolean hasToldError;
  private boolean hasToldConnected;

  Handle(boolean isUdp) {
    this.isUdp = isUdp;
  }

  boolean isUdp() {
    return isUdp;
  }

  Optional<TcpListener> listener() {
    return Optional.ofNullable(listener);
  }

  Optional<TcpSocket> socket() {
    return Optional.ofNullable(socket);
  }

  Optional<UdpSocket> udp() {
    return Optional.ofNullable(udp);
  }

  Optional<Endpoint> udpPeer() {
    return Optional.ofNullable(udpPeer);
  }

  void listens(TcpListener given) {
    listener = given;
    apply(given);
  }

  void connects(TcpSocket given) {
    socket = given;
    hasToldError = false;
    apply(given);
  }

  /// Brings what options were set to the connection.
  private void apply(TcpSocket given) {
    if (option("TCP_NODELAY").orElse(0L) != 0) {
      given.noDelay();
    }
    TcpOptionsConfig.KeepAlive usual = given.keepAlive();
    given.keepAlive(
        new TcpOptionsConfig.KeepAlive(
            option("SO_KEEPALIVE").map(each -> each != 0).orElse(usual.isOn()),
            option("TCP_KEEPIDLE").map(SimDuration::ofSeconds).orElse(usual.idle()),
            option("TCP_KEEPINTVL").map(SimDuration::ofSeconds).orElse(usual.interval()),
            option("TCP_KEEPCNT").map(Math::toIntExact).orElse(usual.probes())));
    option("TCP_USER_TIMEOUT").map(SimDuration::ofMillis).ifPresent(given::userTimeout);
    if (choosesHeader()) {
      given.headerFields(timeToLive(), typeOfService());
    }
  }

  private void apply(TcpListener given) {
    if (choosesHeader()) {
      given.headerFields(timeToLive(), typeOfService());
    }
  }

  void opens(UdpSocket given) {
    udp = given;
  }

  void talksTo(Endpoint peer) {
    udpPeer = peer;
  }

  int boundPort() {
    return boundPort;
  }

  void bind(int port) {
    boundPort = port;
  }

  boolean isNonBlocking() {
    return isNonBlocking;
  }

  void nonBlocking(boolean value) {
    isNonBlocking = value;
  }

  boolean isReadShut() {
    return isReadShut;
  }

  void shutRead() {
    isReadShut = true;
  }

  boolean isWriteShut() {
    return isWriteShut;
  }

  void shutWrite() {
    isWriteShut = true;
  }

  boolean resetsOnClose() {
    return resetsOnClose;
  }

  void resetsOnClose(boolean value) {
    resetsOnClose = value;
  }

  Optional<Long> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  void option(String name, long value) {
    options.put(name, value);
    if (socket != null) {
      apply(socket);
    }
    if (listener != null) {
      apply(listener);
    }
  }

  private boolean choosesHeader() {
    return option("IP_TTL").isPresent() || option("IP_TOS").isPresent();
  }

  private int timeToLive() {
    return option("IP_TTL").map(Math::toIntExact).orElse(Ipv4Header.DEFAULT_TTL);
  }

  private int typeOfService() {
    return option("IP_TOS").map(each -> (int) (each & 0xff)).orElse(0);
  }

  /// An accepted connection begins with its listener's options.
  void inherit(Handle from) {
    options.putAll(from.options);
    resetsOnClose = from.resetsOnClose;
  }

  /// The first question after the handshake learns that it is over; later ones know.
  boolean tellConnected() {
    boolean isFirst = !hasToldConnected;
    hasToldConnected = true;
    return isFirst;
  }

  /// Why the connection failed, without taking note that it was told.
  Optional<SocketError> error() {
    return hasToldError || socket == null ? Optional.empty() : socket.error();
  }

  /// The error that a call tells, once; then the socket is only closed.
  Optional<String> takeError() {
    if (udp != null) {
      return udp.takeError().map(Handle::name);
    }
    Optional<SocketError> error = error();
    if (error.isPresent()) {
      hasToldError = true;
    }
    return error.map(Handle::name);
  }

  /// What a system calls an error.
  static String name(SocketError error) {
    return switch (error.code()) {
      case REFUSED -> "ECONNREFUSED";
      case TIMEOUT -> "ETIMEDOUT";
      case RESET -> "ECONNRESET";
      case CLOSED -> "ECONNABORTED";
      case IN_USE -> "EADDRINUSE";
      case UNREACHABLE -> error.sentence().startsWith("network") ? "ENETUNREACH" : "EHOSTUNREACH";
      case NO_SUCH_HOST, NOT_AVAILABLE -> "EADDRNOTAVAIL";
      case TOO_BIG -> "EMSGSIZE";
      case UNSUPPORTED, CERTIFICATE, TLS, PROTOCOL -> "EINVAL";
    };
  }
}
