package netarium.engine.socket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netarium.engine.ip.Forwarding;
import netarium.engine.sim.Simulator;
import netarium.engine.tcp.FourTuple;
import netarium.engine.tcp.TcpConnection;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpSnapshot;
import netarium.engine.trace.Endpoint;
import netarium.engine.udp.UdpBinding;
import netarium.engine.udp.UdpLayer;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The sockets of one node, and which process holds which port; user mistakes come back as a
/// [SocketError] that says what is wrong.
public final class SocketLayer {
  private static final int MAX_PORT = 65_535;

  private int most = Integer.MAX_VALUE;

  private final Forwarding forwarding;
  private final TcpLayer tcp;
  private final UdpLayer udp;
  private final PortTable tcpPorts = new PortTable();
  private final LinkedHashMap<Endpoint, UdpSocket> udpSockets = new LinkedHashMap<>();
  private final EphemeralPorts ephemeralTcp = new EphemeralPorts();

  /// Made when the first program wants one.
  private @Nullable UnixSockets unix;

  public SocketLayer(Forwarding forwarding, TcpLayer tcp, UdpLayer udp) {
    this.forwarding = forwarding;
    this.tcp = tcp;
    this.udp = udp;
  }

  /// How many sockets there may be at once, connections that only wait for their end included.
  public void limit(int sockets) {
    most = sockets;
  }

  public int limit() {
    return most;
  }

  private boolean isFull() {
    return isFull(1);
  }

  /// Whether there is no room for so many more.
  boolean isFull(int more) {
    int unixSockets = unix == null ? 0 : unix.count();
    int used = tcpPorts.size() + tcp.connectionCount() + udpSockets.size() + unixSockets;
    return used > most - more;
  }

  <T> SocketResult<T> tooMany() {
    return new SocketResult.Failed<>(SocketError.tooMany(most));
  }

  /// The sockets that stay within the node; they count like all others.
  public UnixSockets unix(Simulator simulator) {
    UnixSockets made = unix;
    if (made == null) {
      made = new UnixSockets(simulator, this);
      unix = made;
    }
    return made;
  }

  /// Listens for connections to `local` ([Ipv4Address#ANY]: to any of the node's addresses); port 0
  /// stands for a free one.
  public SocketResult<TcpListener> listen(Ipv4Address local, int port, int process, int backlog) {
    return listen(local, port, process, backlog, TcpSocketOptions.STREAM);
  }

  /// As above; the options hold for every accepted connection.
  public SocketResult<TcpListener> listen(
      Ipv4Address local, int port, int process, int backlog, TcpSocketOptions options) {
    if (isFull()) {
      return tooMany();
    }
    Optional<SocketError> mistake = mistakeIn(local, port);
    if (mistake.isPresent()) {
      return new SocketResult.Failed<>(mistake.get());
    }
    Endpoint wanted = new Endpoint(local, port);
    if (port == 0) {
      OptionalInt free = ephemeralTcp.take(each -> tcpPorts.isFree(new Endpoint(local, each)));
      if (free.isEmpty()) {
        return new SocketResult.Failed<>(SocketError.noFreePort());
      }
      wanted = new Endpoint(local, free.getAsInt());
    }
    if (!tcpPorts.isFree(wanted)) {
      return new SocketResult.Failed<>(SocketError.addressInUse(port));
    }
    PortTable.Holder holder = tcpPorts.hold(wanted, process);
    return new SocketResult.Opened<>(
        new TcpListener(this, tcp.listen(wanted, backlog), process, options, holder));
  }

  /// Opens a connection; answers at once, while the handshake is under way.
  public SocketResult<TcpSocket> connect(
      Ipv4Address remote, int port, int process, TcpSocketOptions options) {
    return connect(0, remote, port, process, options);
  }

  /// As above, from a port of the caller's choice; port 0 stands for a free one.
  public SocketResult<TcpSocket> connect(
      int fromPort, Ipv4Address remote, int port, int process, TcpSocketOptions options) {
    if (isFull()) {
      return tooMany();
    }
    if (port < 0 || port > MAX_PORT) {
      return new SocketResult.Failed<>(SocketError.badPort(port));
    }
    Optional<Ipv4Address> source = forwarding.sourceFor(remote);
    boolean isForMany = remote.isMulticast() || forwarding.isBroadcast(remote);
    if (source.isEmpty() || source.get().isUnspecified() || remote.isUnspecified() || isForMany) {
      return new SocketResult.Failed<>(
          new SocketError(SocketError.Code.UNREACHABLE, "no route to host " + remote));
    }
    Ipv4Address local = source.get();
    OptionalInt localPort = localPort(fromPort, local, remote, port);
    if (localPort.isEmpty()) {
      return new SocketResult.Failed<>(
          fromPort == 0 ? SocketError.noFreePort() : SocketError.addressInUse(fromPort));
    }
    TcpConnection connection =
        tcp.connect(new FourTuple(local, localPort.getAsInt(), remote, port));
    if (options.messageMode()) {
      connection.sendMessages();
    }
    return new SocketResult.Opened<>(new TcpSocket(connection, process));
  }

  private OptionalInt localPort(int wanted, Ipv4Address local, Ipv4Address remote, int port) {
    if (wanted == 0) {
      return ephemeralTcp.take(
          each -> !tcpPorts.isHeld(each) && tcp.isFree(new FourTuple(local, each, remote, port)));
    }
    boolean isFree = tcp.isFree(new FourTuple(local, wanted, remote, port));
    return isFree && !tcpPorts.isHeld(wanted) ? OptionalInt.of(wanted) : OptionalInt.empty();
  }

  /// Takes a UDP port; port 0 stands for a free one.
  public SocketResult<UdpSocket> bindUdp(Ipv4Address local, int port, int process) {
    if (isFull()) {
      return tooMany();
    }
    Optional<SocketError> mistake = mistakeIn(local, port);
    if (mistake.isPresent()) {
      return new SocketResult.Failed<>(mistake.get());
    }
    UdpSocket socket = new UdpSocket(this, process);
    Optional<UdpBinding> binding = udp.bind(local, port, socket.receiver());
    if (binding.isEmpty()) {
      return new SocketResult.Failed<>(
          port == 0 ? SocketError.noFreePort() : SocketError.addressInUse(port));
    }
    socket.bound(binding.get());
    udpSockets.put(binding.get().local(), socket);
    return new SocketResult.Opened<>(socket);
  }

  /// The address of the node's first card that has one.
  public Optional<Ipv4Address> ownAddress() {
    return forwarding.interfaces().stream()
        .filter(each -> !each.isLoopback())
        .flatMap(each -> each.address().stream())
        .findFirst();
  }

  /// All addresses of the node's cards, the loopback card's included.
  public List<Ipv4Address> ownAddresses() {
    return forwarding.interfaces().stream().flatMap(each -> each.address().stream()).toList();
  }

  /// The address this node would send from to that one; empty when there is no way there.
  public Optional<Ipv4Address> sourceFor(Ipv4Address remote) {
    return forwarding.sourceFor(remote);
  }

  /// The process that listens on a TCP port.
  public Optional<Integer> tcpOwner(int port) {
    return tcpPorts.process(port);
  }

  /// The process that holds a UDP port through a socket.
  public Optional<Integer> udpOwner(int port) {
    for (UdpSocket socket : udpSockets.values()) {
      if (socket.local().port() == port) {
        return Optional.of(socket.process());
      }
    }
    return Optional.empty();
  }

  /// Copies of the node's TCP connections, the oldest first.
  public List<TcpSnapshot> connections() {
    return tcp.snapshots();
  }

  /// Forgets every socket and connection without a word: the node has crashed.
  public void forget() {
    tcp.forget();
    tcpPorts.clear();
    if (unix != null) {
      unix.forget();
    }
    for (UdpSocket socket : List.copyOf(udpSockets.values())) {
      socket.close();
    }
  }

  void released(PortTable.Holder holder) {
    tcpPorts.release(holder);
  }

  void released(UdpSocket socket) {
    udpSockets.remove(socket.local(), socket);
  }

  private Optional<SocketError> mistakeIn(Ipv4Address local, int port) {
    if (port < 0 || port > MAX_PORT) {
      return Optional.of(SocketError.badPort(port));
    }
    if (!local.isUnspecified() && !forwarding.isLocal(local)) {
      return Optional.of(
          new SocketError(
              SocketError.Code.NOT_AVAILABLE, "address not available: " + local + " is not ours"));
    }
    return Optional.empty();
  }
}
