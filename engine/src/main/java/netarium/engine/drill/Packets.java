package netarium.engine.drill;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import org.jspecify.annotations.Nullable;

/// Makes live packets of a script's inbound ones and compares what the node sends with its outbound
/// ones. A script has one connection at a time, the [Flow]; ports written out choose another.
final class Packets {
  private static final int FIRST_REMOTE_PORT = 40_001;

  /// What an ICMP error quotes behind the IP header (RFC 792).
  private static final int QUOTED_OCTETS = 8;

  /// What came where a packet was expected.
  record Received(SimTime at, String shown) {}

  private final Comparison comparison;
  private final List<Flow> flows = new ArrayList<>();
  private @Nullable Flow current;
  private int listeningPort = Calls.DEFAULT_PORT;
  private boolean awaitsConnection = true;
  private int nextRemotePort = FIRST_REMOTE_PORT;
  private int identification;
  private int lastUdpPort;

  Packets(Profile profile) {
    comparison = new Comparison(profile);
  }

  /// The next inbound packet begins a connection.
  void listening(int port) {
    listeningPort = port;
    awaitsConnection = true;
  }

  void connecting(Ipv4Address remote, int localPort, int remotePort) {
    awaitsConnection = false;
    current = flow(remote, localPort, remotePort);
  }

  private Flow flow(Ipv4Address remote, int localPort, int remotePort) {
    for (Flow each : flows) {
      if (each.isBetween(localPort, remotePort)) {
        return each;
      }
    }
    Flow flow = new Flow(remote, localPort, remotePort);
    flows.add(flow);
    return flow;
  }

  private Flow current(PacketSpec.Ports written, boolean isOutbound, Ipv4Address remote) {
    if (written.isGiven()) {
      awaitsConnection = false;
      current =
          isOutbound
              ? flow(remote, written.source(), written.destination())
              : flow(remote, written.destination(), written.source());
    } else if (current == null || (awaitsConnection && !isOutbound)) {
      awaitsConnection = false;
      current = flow(remote, listeningPort, nextRemotePort++);
    }
    return requireNonNull(current);
  }

  // Inbound.

  void inject(PacketSpec packet, Bench bench, int line) {
    Ipv4Address remote = bench.addresses().remote();
    switch (packet) {
      case PacketSpec.Tcp tcp -> {
        Flow flow = current(tcp.ports(), false, remote);
        send(tcp.ip(), IpProtocol.TCP, segment(tcp, flow), bench, remote);
      }
      case PacketSpec.Udp udp -> {
        int from = udp.ports().isGiven() ? udp.ports().source() : Calls.DEFAULT_PORT;
        int to = udp.ports().isGiven() ? udp.ports().destination() : udpPort(bench);
        UdpDatagram datagram = new UdpDatagram(from, to, zeros(udp.length()));
        send(udp.ip(), IpProtocol.UDP, datagram, bench, remote);
      }
      case PacketSpec.Icmp icmp ->
          send(
              icmp.ip(), IpProtocol.ICMP, message(icmp, bench, line), bench, routerOr(bench, icmp));
    }
  }

  /// The local port that the script's UDP socket has: the one it sent from last, or the usual one.
  private int udpPort(Bench bench) {
    for (Bench.Sent each : bench.sent()) {
      if (each.datagram().payload() instanceof UdpDatagram udp) {
        return udp.sourcePort();
      }
    }
    return lastUdpPort != 0 ? lastUdpPort : Calls.DEFAULT_PORT;
  }

  /// Errors come from the router on the way, answers from the other end.
  private static Ipv4Address routerOr(Bench bench, PacketSpec.Icmp icmp) {
    boolean isError =
        switch (icmp.type()) {
          case IcmpMessage.DESTINATION_UNREACHABLE,
              IcmpMessage.TIME_EXCEEDED,
              IcmpMessage.PARAMETER_PROBLEM ->
              true;
          default -> false;
        };
    return isError ? bench.addresses().gateway() : bench.addresses().remote();
  }

  private void send(
      PacketSpec.IpSpec written,
      IpProtocol protocol,
      Ipv4Payload payload,
      Bench bench,
      Ipv4Address from) {
    int service =
        written.typeOfService() >= 0 ? written.typeOfService() : Math.max(0, written.ecn());
    Ipv4Header header =
        new Ipv4Header(
            service,
            ++identification & 0xffff,
            false,
            false,
            0,
            written.ttl() > 0 ? written.ttl() : Ipv4Header.DEFAULT_TTL,
            protocol,
            from,
            bench.addresses().local(),
            Octets.EMPTY);
    bench.inject(new Ipv4Datagram(header, payload));
  }

  private static Octets zeros(int length) {
    return length == 0 ? Octets.EMPTY : Octets.wrap(new byte[length]);
  }

  private static TcpSegment segment(PacketSpec.Tcp tcp, Flow flow) {
    // An acknowledgement that is not written acknowledges number 0.
    long written = tcp.ack().orElse(0);
    boolean isLive = tcp.isAbsolute() || !tcp.flags().ack();
    SeqNum ack = isLive ? new SeqNum((int) written) : flow.live(written);
    return new TcpSegment(
        flow.remotePort(),
        flow.localPort(),
        new SeqNum((int) tcp.seq()),
        ack,
        tcp.flags(),
        tcp.window().orElse(0),
        tcp.urgentPointer().orElse(0),
        flow.live(tcp.options().orElse(List.of())),
        zeros(tcp.length()));
  }

  private IcmpMessage message(PacketSpec.Icmp icmp, Bench bench, int line) {
    return switch (icmp.type()) {
      case IcmpMessage.ECHO_REQUEST, IcmpMessage.ECHO_REPLY ->
          new IcmpMessage(icmp.type(), icmp.code(), icmp.id() << 16, Octets.EMPTY);
      default -> new IcmpMessage(icmp.type(), icmp.code(), icmp.mtu(), quoted(icmp, bench, line));
    };
  }

  /// The header and the first octets of the node's own packet that the error is about.
  private Octets quoted(PacketSpec.Icmp icmp, Bench bench, int line) {
    Ipv4Address remote = bench.addresses().remote();
    Ipv4Payload payload;
    IpProtocol protocol;
    if (icmp.quoted().isUdp()) {
      protocol = IpProtocol.UDP;
      payload = new UdpDatagram(udpPort(bench), Calls.DEFAULT_PORT, zeros(icmp.quoted().length()));
    } else {
      protocol = IpProtocol.TCP;
      Flow flow = current(PacketSpec.Ports.NONE, true, remote);
      payload =
          new TcpSegment(
              flow.localPort(),
              flow.remotePort(),
              flow.live(icmp.quoted().seq()),
              new SeqNum(0),
              TcpFlags.ACK,
              0,
              0,
              List.of(),
              zeros(icmp.quoted().length()));
    }
    Ipv4Header header = Ipv4Header.of(bench.addresses().local(), remote, protocol, line & 0xffff);
    Octets whole = Ipv4Codec.emit(new Ipv4Datagram(header, payload));
    return whole.slice(0, Ipv4Header.MIN_LENGTH_OCTETS + QUOTED_OCTETS);
  }

  // Outbound.

  /// Takes the packet that the node sends where `wanted` is expected; `goOn` lets time pass and
  /// answers false when there is none left.
  Received take(PacketSpec wanted, Bench bench, int line, BooleanSupplier goOn) {
    return switch (wanted) {
      case PacketSpec.Tcp tcp -> takeTcp(tcp, bench, line, goOn);
      case PacketSpec.Udp udp -> takeUdp(udp, bench, line, goOn);
      case PacketSpec.Icmp icmp -> takeIcmp(icmp, bench, line, goOn);
    };
  }

  private static Bench.Sent head(
      PacketSpec wanted,
      IpProtocol protocol,
      Bench bench,
      int line,
      String otherwise,
      BooleanSupplier goOn) {
    ArrayDeque<Bench.Sent> sent = bench.sent();
    while (true) {
      while (!sent.isEmpty()) {
        Bench.Sent first = sent.remove();
        if (first.datagram().protocol().equals(protocol)) {
          return first;
        }
      }
      if (!goOn.getAsBoolean()) {
        throw new ScriptException.Differs(line, Show.spec(wanted), otherwise);
      }
    }
  }

  private Received takeTcp(PacketSpec.Tcp wanted, Bench bench, int line, BooleanSupplier goOn) {
    Flow flow = current(wanted.ports(), true, bench.addresses().remote());
    String otherwise = "nothing";
    while (true) {
      Bench.Sent first = head(wanted, IpProtocol.TCP, bench, line, otherwise, goOn);
      if (first.datagram().payload() instanceof TcpSegment segment
          && flow.isBetween(segment.sourcePort(), segment.destinationPort())) {
        Comparison.learn(wanted, segment, flow);
        Comparison.Train train =
            train(wanted, Comparison.Train.of(first.datagram().header(), segment), bench, goOn);
        List<String> differences = comparison.differences(wanted, train, flow);
        if (!differences.isEmpty() && comparison.mayPassOver(train)) {
          otherwise = "nothing but " + shown(train, flow);
          continue;
        }
        refuse(differences, wanted, shown(train, flow), line);
        return new Received(first.at(), shown(train, flow));
      }
    }
  }

  /// Joins what follows back to back until it is as long as the script has it.
  private static Comparison.Train train(
      PacketSpec.Tcp wanted, Comparison.Train first, Bench bench, BooleanSupplier goOn) {
    Comparison.Train train = first;
    while (train.length() > 0 && train.length() < wanted.length()) {
      Bench.Sent next = bench.sent().peek();
      if (next == null) {
        if (!goOn.getAsBoolean()) {
          return train;
        }
      } else if (next.datagram().payload() instanceof TcpSegment segment
          && train.continuesWith(segment)) {
        bench.sent().remove();
        train = train.with(segment);
      } else {
        return train;
      }
    }
    return train;
  }

  private static String shown(Comparison.Train train, Flow flow) {
    TcpSegment segment = train.first();
    TcpSegment joined =
        new TcpSegment(
            segment.sourcePort(),
            segment.destinationPort(),
            segment.seq(),
            segment.ack(),
            train.flags(),
            segment.window(),
            segment.urgentPointer(),
            segment.options(),
            Octets.EMPTY);
    return Show.segment(joined, flow, train.length());
  }

  private Received takeUdp(PacketSpec.Udp wanted, Bench bench, int line, BooleanSupplier goOn) {
    Bench.Sent first = head(wanted, IpProtocol.UDP, bench, line, "nothing", goOn);
    Flow flow = current(PacketSpec.Ports.NONE, true, bench.addresses().remote());
    String shown = Show.sent(first.datagram(), flow);
    List<String> names = new ArrayList<>();
    Comparison.ip(wanted.ip(), first.datagram().header(), names);
    if (!(first.datagram().payload() instanceof UdpDatagram udp)
        || udp.payload().length() != wanted.length()
        || !hasPorts(udp, wanted.ports())) {
      names.add("ports or length");
    } else {
      lastUdpPort = udp.sourcePort();
    }
    refuse(names, wanted, shown, line);
    return new Received(first.at(), shown);
  }

  private static boolean hasPorts(UdpDatagram udp, PacketSpec.Ports wanted) {
    return !wanted.isGiven()
        || (udp.sourcePort() == wanted.source() && udp.destinationPort() == wanted.destination());
  }

  private Received takeIcmp(PacketSpec.Icmp wanted, Bench bench, int line, BooleanSupplier goOn) {
    Bench.Sent first = head(wanted, IpProtocol.ICMP, bench, line, "nothing", goOn);
    Flow flow = current(PacketSpec.Ports.NONE, true, bench.addresses().remote());
    String shown = Show.sent(first.datagram(), flow);
    List<String> names = new ArrayList<>();
    Comparison.ip(wanted.ip(), first.datagram().header(), names);
    if (!(first.datagram().payload() instanceof IcmpMessage icmp)
        || icmp.type() != wanted.type()
        || icmp.code() != wanted.code()) {
      names.add("type or code");
    }
    refuse(names, wanted, shown, line);
    return new Received(first.at(), shown);
  }

  private static void refuse(List<String> names, PacketSpec wanted, String shown, int line) {
    if (!names.isEmpty()) {
      throw new ScriptException.Differs(
          line, Show.spec(wanted), shown + " (" + String.join(", ", names) + ")");
    }
  }
}
