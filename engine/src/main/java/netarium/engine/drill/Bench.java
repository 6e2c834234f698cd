package netarium.engine.drill;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.Route;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.link.Port;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;
import netarium.engine.tcp.TcpLayer;
import netarium.engine.tcp.TcpOptionsConfig;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.udp.UdpLayer;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;

/// The node under test and, at the other end of its only link, the peer that a script speaks for.
/// The link takes no time; every address but the node's own is behind the peer.
final class Bench {
  /// A datagram the node sent.
  record Sent(SimTime at, Ipv4Datagram datagram) {}

  private static final MacAddress NODE_MAC = new MacAddress(0x0200_0000_0001L);
  private static final MacAddress PEER_MAC = new MacAddress(0x0200_0000_0002L);
  private static final int PREFIX_BITS = 16;
  private static final int QUEUE_FRAMES = 1 << 20;

  private final Simulator simulator;
  private final Addresses addresses;
  private final SocketLayer sockets;
  private final Port peer;
  private final ArrayDeque<Sent> sent = new ArrayDeque<>();

  /// Who is where; the gateway is the peer's own address.
  record Addresses(Ipv4Address local, Ipv4Address gateway, Ipv4Address remote) {
    static final Addresses DEFAULT =
        new Addresses(
            new Ipv4Address(0xc0a80001), new Ipv4Address(0xc0a80002), new Ipv4Address(0xc0000201));
  }

  Bench(Simulator simulator, Addresses addresses, int mtuOctets, TcpOptionsConfig config) {
    this.simulator = simulator;
    this.addresses = addresses;
    EventRecorder recorder = new EventRecorder(simulator, EventSink.NONE);
    RandomStreams streams = new RandomStreams(1);
    Forwarding forwarding = new Forwarding(0, false, simulator, recorder);
    new IcmpLayer(forwarding, simulator, recorder);
    UdpLayer udp = new UdpLayer(forwarding);
    TcpLayer tcp =
        new TcpLayer(
            forwarding, simulator, recorder, streams.stream("node", "drill", "iss"), config);
    sockets = new SocketLayer(forwarding, tcp, udp);
    NetworkInterface card = forwarding.addInterface("eth0", NODE_MAC, mtuOctets);
    peer = new Port(new PortId(1, "eth0"), PEER_MAC, (frame, _) -> receive(frame));
    LinkModel out = model(mtuOctets);
    LinkModel in = model(Ipv4Datagram.MAX_LENGTH_OCTETS);
    new Link("l1", card.port(), peer, out, in, simulator, recorder, streams);
    forwarding.assign(card, Optional.of(new Ipv4Prefix(addresses.local(), PREFIX_BITS)));
    forwarding.addRoute(Route.via(Route.DEFAULT, addresses.gateway(), card, 0));
  }

  /// A script may inject segments larger than the node's MTU, as though they had been joined.
  private static LinkModel model(int mtuOctets) {
    SimDuration none = SimDuration.ZERO;
    return new LinkModel(LinkModel.UNLIMITED, none, none, 0, 0, QUEUE_FRAMES, mtuOctets, true);
  }

  SocketLayer sockets() {
    return sockets;
  }

  Addresses addresses() {
    return addresses;
  }

  /// What the node has sent and nobody has taken, the oldest first.
  ArrayDeque<Sent> sent() {
    return sent;
  }

  void inject(Ipv4Datagram datagram) {
    peer.transmit(new EthernetFrame(NODE_MAC, PEER_MAC, datagram));
  }

  private void receive(EthernetFrame frame) {
    switch (frame.payload()) {
      case ArpPacket question -> answer(question);
      case Ipv4Datagram datagram -> sent.add(new Sent(simulator.now(), datagram));
      default -> {}
    }
  }

  private void answer(ArpPacket question) {
    boolean isQuestion = question.operation() == ArpPacket.REQUEST;
    if (isQuestion && !question.targetIp().equals(addresses.local())) {
      ArpPacket reply =
          new ArpPacket(
              ArpPacket.REPLY,
              PEER_MAC,
              question.targetIp(),
              question.senderMac(),
              question.senderIp());
      peer.transmit(new EthernetFrame(question.senderMac(), PEER_MAC, reply));
    }
  }

  /// Takes all datagrams that are waiting.
  List<Sent> drain() {
    List<Sent> all = List.copyOf(sent);
    sent.clear();
    return all;
  }
}
