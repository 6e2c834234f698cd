package netarium.engine.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.link.FrameReceiver;
import netarium.engine.link.Hub;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.link.Port;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;

/// A network under test. Nodes are numbered as they are made; links are called l1, l2 …
public final class Lab {
  /// What a student's network is by default: 100 Mbit/s, 1 ms.
  public static final LinkModel CABLE = LinkModel.DEFAULT;

  public final Simulator simulator = new Simulator();
  public final EventLog log = new EventLog();
  public final EventRecorder recorder;
  private final RandomStreams streams;
  private final List<String> names = new ArrayList<>();
  private int links;
  private int macs;

  public Lab() {
    this(1);
  }

  public Lab(long seed) {
    this(seed, true);
  }

  private Lab(long seed, boolean keepsLog) {
    streams = new RandomStreams(seed);
    recorder = new EventRecorder(simulator, keepsLog ? log : EventSink.NONE);
  }

  /// For networks whose trace would be too large to keep.
  public static Lab withoutLog() {
    return new Lab(1, false);
  }

  /// A host with a card `eth0` … for each prefix.
  public Node host(String name, String... prefixes) {
    return node(name, false, prefixes);
  }

  public Node router(String name, String... prefixes) {
    return node(name, true, prefixes);
  }

  public EthernetSwitch ethernetSwitch(String name) {
    return new EthernetSwitch(number(name), simulator, recorder);
  }

  public Hub hub(String name) {
    return new Hub(number(name), recorder);
  }

  /// A bare port of a node of its own.
  public Port port(String name, FrameReceiver receiver) {
    return new Port(new PortId(number(name), "eth0"), nextMac(), receiver);
  }

  public Link link(Port a, Port b) {
    return link(a, b, CABLE);
  }

  public Link link(Port a, Port b, LinkModel both) {
    return link(a, b, both, both);
  }

  public Link link(Port a, Port b, LinkModel ab, LinkModel ba) {
    links++;
    return new Link("l" + links, a, b, ab, ba, simulator, recorder, streams);
  }

  public Link link(Node a, Node b) {
    return link(a.card().port(), b.card().port());
  }

  /// Runs until nothing keeps the run alive, a minute of simulated time at most.
  public void run() {
    runUntil(60_000_000_000L);
  }

  public void runUntil(long nanos) {
    simulator.horizon(new SimTime(nanos));
    while (simulator.hasEssential() && simulator.step()) {}
  }

  /// As [#runUntil], but housekeeping alone keeps it running, too.
  public void stayUntil(long nanos) {
    simulator.horizon(new SimTime(nanos));
    while (simulator.step()) {}
    if (simulator.nowNanos() < nanos) {
      simulator.advanceTo(new SimTime(nanos));
    }
  }

  public void at(long nanos, Runnable action) {
    simulator.at(nanos, action::run);
  }

  /// The whole trace as lines, see [Lines].
  public List<String> lines() {
    return new Lines(names).of(log.events());
  }

  /// The lines that contain all of the words.
  public List<String> lines(String... words) {
    List<String> wanted = List.of(words);
    return lines().stream().filter(line -> wanted.stream().allMatch(line::contains)).toList();
  }

  private Node node(String name, boolean isRouter, String... prefixes) {
    Node node = new Node(number(name), isRouter, this);
    for (int i = 0; i < prefixes.length; i++) {
      NetworkInterface card = node.ip.addInterface("eth" + i, nextMac(), 1500);
      if (!prefixes[i].isEmpty()) {
        node.ip.assign(card, Optional.of(prefix(prefixes[i])));
      }
    }
    return node;
  }

  private int number(String name) {
    names.add(name);
    return names.size() - 1;
  }

  private MacAddress nextMac() {
    macs++;
    return new MacAddress(0x0200_0000_0000L + macs);
  }

  /// When a line of the trace happened, in nanoseconds.
  public static String instant(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  public static Ipv4Address address(String text) {
    return Ipv4Address.parse(text).orElseThrow();
  }

  public static Ipv4Prefix prefix(String text) {
    int slash = text.indexOf('/');
    return new Ipv4Prefix(
        address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}
