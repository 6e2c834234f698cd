package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.ip.TransportProtocol;
import netarium.engine.sim.Event;
import netarium.engine.sim.Invariant;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// The TCP of one node: finds the connection a segment belongs to, sets up those that come to a
/// listener, and answers for ports behind which there is nobody.
public final class TcpLayer implements TransportProtocol {
  private static final int QUOTED_OCTETS = 8;

  private final Forwarding forwarding;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final TcpOptionsConfig config;
  private final IssGenerator issGenerator;
  private final TcpEnvironment environment = new NodeEnvironment();
  private final LinkedHashMap<FourTuple, TcpConnection> connections = new LinkedHashMap<>();
  private final LinkedHashMap<Endpoint, ListenQueue> listeners = new LinkedHashMap<>();
  private final List<Event> overdue = new ArrayList<>();

  /// The connection that the last segment was for; the next one is often for the same.
  private @Nullable TcpConnection latest;

  private long lastId;
  private boolean isStill;

  /// `random` serves the first sequence numbers only.
  public TcpLayer(
      Forwarding forwarding,
      Simulator simulator,
      EventRecorder recorder,
      RandomGenerator random,
      TcpOptionsConfig config) {
    this.forwarding = forwarding;
    this.simulator = simulator;
    this.recorder = recorder;
    this.issGenerator = new IssGenerator(random);
    this.config = config;
    forwarding.register(this);
  }

  @Override
  public IpProtocol number() {
    return IpProtocol.TCP;
  }

  public TcpOptionsConfig config() {
    return config;
  }

  /// Opens a connection; its four-tuple must be free ([#isFree]). Answers at once, in SYN-SENT.
  public TcpConnection connect(FourTuple tuple) {
    TcpConnection old = connections.get(tuple);
    if (old != null) {
      Invariant.check(old.yieldsToOpen(), "a four-tuple names one connection");
      old.recycle();
    }
    TcpConnection connection = create(tuple, new TableOwner());
    connection.openActively();
    return connection;
  }

  /// Whether the four-tuple may be opened: it names no connection, or one that has only to wait.
  public boolean isFree(FourTuple tuple) {
    TcpConnection there = connections.get(tuple);
    return there == null || there.yieldsToOpen();
  }

  /// Listens on an address (or [Ipv4Address#ANY]) and port where nobody listens yet.
  public ListenQueue listen(Endpoint local, int backlog) {
    ListenQueue queue = new ListenQueue(this, local, backlog);
    Invariant.check(
        listeners.putIfAbsent(local, queue) == null, "one listener has an address and port");
    return queue;
  }

  /// Copies of all connections there are, the oldest first.
  public List<TcpSnapshot> snapshots() {
    List<TcpSnapshot> snapshots = new ArrayList<>(connections.size());
    for (TcpConnection connection : connections.values()) {
      snapshots.add(connection.snapshot());
    }
    return snapshots;
  }

  public int connectionCount() {
    return connections.size();
  }

  /// Forgets all connections and listeners without a word: the node has crashed.
  public void forget() {
    listeners.clear();
    overdue.clear();
    isStill = false;
    for (TcpConnection connection : new ArrayList<>(connections.values())) {
      connection.vanish();
    }
  }

  /// The node stands still: timers that expire meanwhile do so when it goes on.
  public void stand(boolean still) {
    isStill = still;
    if (!still) {
      List<Event> late = List.copyOf(overdue);
      overdue.clear();
      late.forEach(Event::fire);
    }
  }

  private Event unlessStill(Event onExpiry) {
    return () -> {
      if (isStill) {
        overdue.add(onExpiry);
      } else {
        onExpiry.fire();
      }
    };
  }

  @Override
  public void receive(Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    if (!(datagram.payload() instanceof TcpSegment segment)) {
      forwarding.dropped(datagram, arrivedOn, DropReason.MALFORMED, "no TCP segment");
      return;
    }
    if (!forwarding.isLocal(datagram.destination())) {
      // RFC 9293 §3.9.2.3: a connection has two ends. (IP has seen to the source.)
      forwarding.dropped(datagram, arrivedOn, DropReason.NOT_ADDRESSED_HERE, "TCP to many nodes");
      return;
    }
    TcpConnection connection = latest;
    if (connection == null || !isFor(connection.tuple(), datagram, segment)) {
      connection = connections.get(tupleOf(datagram, segment));
    }
    if (connection != null && connection.yieldsTo(segment)) {
      connection.recycle();
      connection = null;
    }
    if (connection != null) {
      latest = connection;
      connection.segmentArrives(segment, mark(datagram));
    } else {
      arrivesForNobody(tupleOf(datagram, segment), segment, datagram, arrivedOn);
    }
  }

  private static boolean isFor(FourTuple tuple, Ipv4Datagram datagram, TcpSegment segment) {
    return tuple.isBetween(
        datagram.destination(), segment.destinationPort(), datagram.source(), segment.sourcePort());
  }

  private static FourTuple tupleOf(Ipv4Datagram datagram, TcpSegment segment) {
    return new FourTuple(
        datagram.destination(), segment.destinationPort(), datagram.source(), segment.sourcePort());
  }

  /// RFC 9293 §3.10.7.1 and §3.10.7.2: no connection, but perhaps a listener.
  private void arrivesForNobody(
      FourTuple tuple, TcpSegment segment, Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    ListenQueue listener = listenerFor(tuple);
    boolean isOpening = segment.flags().syn() && !segment.flags().ack() && !segment.flags().rst();
    if (listener != null && !isOpening && !segment.flags().ack()) {
      // §3.10.7.2, first and fourth: a reset, or text without SYN and ACK, means nothing here.
      forwarding.dropped(datagram, arrivedOn, DropReason.NO_CONNECTION, tuple.toString());
      return;
    }
    if (listener == null || !isOpening) {
      if (listener == null) {
        forwarding.dropped(
            datagram, arrivedOn, DropReason.NO_LISTENER, "TCP port " + tuple.localPort());
      }
      ClosedPort.answer(segment)
          .ifPresent(reset -> transmit(tuple, reset, SendOptions.DONT_FRAGMENT));
      return;
    }
    if (listener.isFull()) {
      forwarding.dropped(
          datagram, arrivedOn, DropReason.BACKLOG_FULL, "TCP port " + tuple.localPort());
      return;
    }
    TcpConnection connection = create(tuple, listener.owner());
    listener.opening(connection);
    connection.openPassively();
    connection.segmentArrives(segment, mark(datagram));
  }

  /// The ECN field of the IP header (RFC 3168 §5).
  private static int mark(Ipv4Datagram datagram) {
    return datagram.header().typeOfService() & SendOptions.ECN_MASK;
  }

  /// ICMP errors are advice (RFC 5461); only one that quotes a segment still outstanding counts.
  @Override
  public void unreachable(IcmpMessage error, Ipv4Header quoted, Octets quotedPayload) {
    if (quotedPayload.length() < QUOTED_OCTETS) {
      return;
    }
    FourTuple tuple =
        new FourTuple(
            quoted.source(),
            quotedPayload.uint16(0),
            quoted.destination(),
            quotedPayload.uint16(2));
    TcpConnection connection = connections.get(tuple);
    if (connection == null) {
      return;
    }
    PathErrors errors = connection.pathErrors();
    SeqNum seq = new SeqNum(quotedPayload.int32(4));
    switch (error.type()) {
      case IcmpMessage.DESTINATION_UNREACHABLE -> {
        if (error.code() == IcmpErrors.FRAGMENTATION_NEEDED) {
          errors.tooBig(forwarding.mtuTo(quoted.destination()), seq);
        } else {
          errors.unreachable(errorOf(error.code()), seq);
        }
      }
      case IcmpMessage.TIME_EXCEEDED, IcmpMessage.PARAMETER_PROBLEM ->
          errors.advice(TcpError.HOST_UNREACHABLE, seq);
      default -> {} // a source quench is ignored (RFC 9293 §3.9.2.2)
    }
  }

  private static TcpError errorOf(int code) {
    return switch (code) {
      case IcmpErrors.PORT_UNREACHABLE, IcmpErrors.PROTOCOL_UNREACHABLE -> TcpError.REFUSED;
      case IcmpErrors.NET_UNREACHABLE -> TcpError.NETWORK_UNREACHABLE;
      default -> TcpError.HOST_UNREACHABLE;
    };
  }

  void closed(TcpConnection connection) {
    connections.remove(connection.tuple(), connection);
    latest = latest == connection ? null : latest;
  }

  void closed(ListenQueue listener) {
    listeners.remove(listener.local(), listener);
  }

  private TcpConnection create(FourTuple tuple, TcpConnection.Owner owner) {
    int mtu = forwarding.mtuTo(tuple.remoteAddress());
    TcpConnection connection = new TcpConnection(environment, config, ++lastId, tuple, mtu, owner);
    connections.put(tuple, connection);
    return connection;
  }

  private @Nullable ListenQueue listenerFor(FourTuple tuple) {
    ListenQueue exact = listeners.get(tuple.local());
    return exact != null ? exact : listeners.get(new Endpoint(Ipv4Address.ANY, tuple.localPort()));
  }

  private SendResult transmit(FourTuple tuple, TcpSegment segment, SendOptions options) {
    return forwarding.send(
        tuple.localAddress(), tuple.remoteAddress(), IpProtocol.TCP, segment, options);
  }

  /// Hands on what IP says about a segment, but only after its sender has finished with it.
  private void notSent(FourTuple tuple, TcpSegment segment, SendResult result) {
    simulator.after(
        SimDuration.ZERO,
        () -> {
          TcpConnection connection = connections.get(tuple);
          if (connection == null) {
            return;
          }
          if (result instanceof SendResult.TooBig tooBig) {
            connection.pathErrors().tooBig(tooBig.mtuOctets(), segment.seq());
          } else {
            connection.pathErrors().unreachable(TcpError.NETWORK_UNREACHABLE, segment.seq());
          }
        });
  }

  /// Keeps the table in step with connections that this node has opened.
  private final class TableOwner implements TcpConnection.Owner {
    @Override
    public void established(TcpConnection connection) {}

    @Override
    public void closed(TcpConnection connection) {
      TcpLayer.this.closed(connection);
    }
  }

  private final class NodeEnvironment implements TcpEnvironment {
    @Override
    public SimTime now() {
      return simulator.now();
    }

    @Override
    public Timer timer(Event onExpiry) {
      return simulator.timer(unlessStill(onExpiry));
    }

    @Override
    public Timer housekeepingTimer(Event onExpiry) {
      return simulator.housekeepingTimer(unlessStill(onExpiry));
    }

    @Override
    public SeqNum chooseIss(FourTuple connection) {
      return issGenerator.choose(connection, simulator.now());
    }

    @Override
    public void doubtPath(FourTuple connection) {
      forwarding.doubtPath(connection.remoteAddress());
    }

    @Override
    public void transmit(FourTuple connection, TcpSegment segment, SendOptions options) {
      SendResult result = TcpLayer.this.transmit(connection, segment, options);
      if (!result.isSent()) {
        notSent(connection, segment, result);
      }
    }

    @Override
    public Stamp stamp() {
      return recorder.stamp(forwarding.node());
    }

    @Override
    public void record(SimEvent event) {
      recorder.record(event);
    }

    @Override
    public void recordAsCause(SimEvent event) {
      recorder.recordAsCause(event);
    }
  }
}
