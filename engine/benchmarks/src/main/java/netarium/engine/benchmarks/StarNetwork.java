package netarium.engine.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.link.Port;
import netarium.engine.node.Cards;
import netarium.engine.node.Host;
import netarium.engine.node.RouterNode;
import netarium.engine.node.SwitchNode;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.EventSink;
import netarium.engine.vm.NameTable;
import netarium.engine.vm.VmSettings;
import netarium.engine.vm.files.FileLimits;
import netarium.engine.vm.files.FileTree;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import org.jspecify.annotations.Nullable;

/// Hosts and one server around a router, each on a network of its own (/30), with a default route
/// to the router, or all on one network (/8) around a switch: the layouts the other side's programs
/// build. With one host it is a line.
final class StarNetwork {
  /// What stands in the middle.
  enum Middle {
    ROUTER,
    SWITCH
  }

  private static final int FIRST_NETWORK = 10 << 24;
  private static final int PREFIX_LENGTH = 30;
  private static final int FLAT_PREFIX_LENGTH = 8;
  private static final long GIGABIT = 1_000_000_000;
  private static final int MTU_OCTETS = 1500;

  final Simulator simulator = new Simulator();
  final List<Host> hosts = new ArrayList<>();
  final Host server;
  final Ipv4Address serverAddress;

  private final EventRecorder recorder;
  private final RandomStreams streams = new RandomStreams(1);
  private @Nullable RouterNode router;
  private @Nullable SwitchNode bridge;
  private final TcpOptionsConfig tcp;
  private final Middle middle;

  /// Around a router, links of 1 Gbit/s.
  StarNetwork(int count, int queueFrames, TcpOptionsConfig tcp, EventSink sink) {
    this(Middle.ROUTER, count, queueFrames, GIGABIT, tcp, sink);
  }

  /// The server's link has 1 Gbit/s, whatever the hosts' have.
  StarNetwork(
      Middle middle,
      int count,
      int queueFrames,
      long hostRate,
      TcpOptionsConfig tcp,
      EventSink sink) {
    this.middle = middle;
    this.tcp = tcp;
    recorder = new EventRecorder(simulator, sink);
    for (int i = 0; i < count; i++) {
      hosts.add(host("h" + i, i));
    }
    server = host("server", count);
    serverAddress = middle == Middle.ROUTER ? address(count, 1) : flat(count);
    LinkModel cable = cable().withQueue(queueFrames);
    for (int i = 0; i <= count; i++) {
      Host host = i < count ? hosts.get(i) : server;
      LinkModel model = cable.withRate(i < count ? hostRate : GIGABIT);
      new Link(
          "l" + i, host.port("eth0"), inTheMiddle(i), model, model, simulator, recorder, streams);
    }
  }

  /// Over a router 0.5 ms; 1 µs to a switch, as the other side's bus is busy while a frame travels.
  private LinkModel cable() {
    return LinkModel.DEFAULT.withDelay(SimDuration.ofMicros(middle == Middle.ROUTER ? 500 : 1));
  }

  /// The port for the link with that number.
  private Port inTheMiddle(int link) {
    int node = hosts.size() + 1;
    if (middle == Middle.SWITCH) {
      SwitchNode hub = bridge == null ? new SwitchNode("hub", node, simulator, recorder) : bridge;
      bridge = hub;
      return hub.port("p" + link);
    }
    RouterNode hub = router == null ? router(node) : router;
    router = hub;
    return hub.forwarding().interfaces().get(link + firstCard(hub)).port();
  }

  private RouterNode router(int node) {
    List<Cards.Card> cards = new ArrayList<>();
    for (int i = 0; i < node; i++) {
      cards.add(card("eth" + i, address(i, 2), PREFIX_LENGTH, Optional.empty()));
    }
    return new RouterNode("hub", node, cards, simulator, recorder);
  }

  Middle middle() {
    return middle;
  }

  /// Of a host on its network 1, of the router's card on it 2.
  static Ipv4Address address(int network, int host) {
    return new Ipv4Address(FIRST_NETWORK + 4 * network + host);
  }

  private static Ipv4Address flat(int host) {
    return new Ipv4Address(FIRST_NETWORK + 1 + host);
  }

  private Cards.Card cardOfHost(int index) {
    return middle == Middle.ROUTER
        ? card("eth0", address(index, 1), PREFIX_LENGTH, Optional.of(address(index, 2)))
        : card("eth0", flat(index), FLAT_PREFIX_LENGTH, Optional.empty());
  }

  private static Cards.Card card(
      String name, Ipv4Address address, int prefixLength, Optional<Ipv4Address> gateway) {
    return new Cards.Card(
        name,
        Optional.empty(),
        Optional.of(new Ipv4Prefix(address, prefixLength)),
        gateway,
        MTU_OCTETS);
  }

  private Host host(String id, int index) {
    VmSettings settings =
        new VmSettings(
            id,
            index,
            SimDuration.ofNanos(100),
            VmSettings.UNLIMITED,
            VmSettings.UNLIMITED,
            VmSettings.UNLIMITED,
            0,
            Map.of());
    return new Host(
        settings,
        List.of(cardOfHost(index)),
        tcp,
        new FileTree(FileLimits.DEFAULT),
        new NameTable(),
        simulator,
        recorder,
        streams);
  }

  /// The loopback interface comes first, if there is one.
  private static int firstCard(RouterNode router) {
    return router.forwarding().interfaces().getFirst().isLoopback() ? 1 : 0;
  }

  /// Runs until nothing keeps the run alive.
  void run() {
    while (simulator.hasEssential() && simulator.step()) {
      // Each step is one event.
    }
  }

  /// Runs on, housekeeping included, for so many nanoseconds.
  void rest(long nanos) {
    long end = simulator.nowNanos() + nanos;
    while (simulator.nextAtNanos() <= end && simulator.step()) {
      // Each step is one event.
    }
  }
}
