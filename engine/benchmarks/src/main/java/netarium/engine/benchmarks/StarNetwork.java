package netarium.engine.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.node.Cards;
import netarium.engine.node.Host;
import netarium.engine.node.RouterNode;
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

/// Hosts and one server around a router, each on a network of its own (/30), with a default route
/// to the router: the layout the other side's programs build. With one host it is a line.
final class StarNetwork {
  private static final int FIRST_NETWORK = 10 << 24;
  private static final int PREFIX_LENGTH = 30;
  private static final int MTU_OCTETS = 1500;

  final Simulator simulator = new Simulator();
  final List<Host> hosts = new ArrayList<>();
  final Host server;
  final Ipv4Address serverAddress;

  private final EventRecorder recorder;
  private final RandomStreams streams = new RandomStreams(1);
  private final TcpOptionsConfig tcp;

  StarNetwork(int count, int queueFrames, TcpOptionsConfig tcp, EventSink sink) {
    this.tcp = tcp;
    recorder = new EventRecorder(simulator, sink);
    for (int i = 0; i < count; i++) {
      hosts.add(host("h" + i, i));
    }
    server = host("server", count);
    serverAddress = address(count, 1);
    connect(cable(queueFrames));
  }

  /// 1 Gbit/s, 0.5 ms.
  private static LinkModel cable(int queueFrames) {
    return LinkModel.DEFAULT
        .withRate(1_000_000_000)
        .withDelay(SimDuration.ofMicros(500))
        .withQueue(queueFrames);
  }

  /// Of a host on its network 1, of the router's card on it 2.
  static Ipv4Address address(int network, int host) {
    return new Ipv4Address(FIRST_NETWORK + 4 * network + host);
  }

  private static Cards.Card card(String name, Ipv4Address address, Optional<Ipv4Address> gateway) {
    return new Cards.Card(
        name,
        Optional.empty(),
        Optional.of(new Ipv4Prefix(address, PREFIX_LENGTH)),
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
        List.of(card("eth0", address(index, 1), Optional.of(address(index, 2)))),
        tcp,
        new FileTree(FileLimits.DEFAULT),
        new NameTable(),
        simulator,
        recorder,
        streams);
  }

  private void connect(LinkModel cable) {
    List<Host> all = new ArrayList<>(hosts);
    all.add(server);
    List<Cards.Card> cards = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      cards.add(card("eth" + i, address(i, 2), Optional.empty()));
    }
    RouterNode router = new RouterNode("hub", all.size(), cards, simulator, recorder);
    for (int i = 0; i < all.size(); i++) {
      new Link(
          "l" + i,
          all.get(i).port("eth0"),
          router.forwarding().interfaces().get(i + firstCard(router)).port(),
          cable,
          cable,
          simulator,
          recorder,
          streams);
    }
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
