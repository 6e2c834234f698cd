package netarium.app.problems;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import netarium.app.problems.Finding.Severity;
import netarium.app.problems.Neighbourhood.Machine;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;

/// What lost frames, refused connections and listeners without callers tell. Loss, rules and
/// corruption that the topology asks for are no problem.
final class DropHints {
  private final Hints hints;
  private final Neighbourhood neighbourhood;
  private final Map<Endpoint, SimEvent.SocketUsed> listeners = new LinkedHashMap<>();
  private final Set<Endpoint> called = new LinkedHashSet<>();

  DropHints(Hints hints, Neighbourhood neighbourhood) {
    this.hints = hints;
    this.neighbourhood = neighbourhood;
  }

  void dropped(SimEvent.FrameDropped event) {
    String at = neighbourhood.name(event.port().node());
    String id = neighbourhood.id(event.port().node());
    String link = event.link();
    switch (event.reason()) {
      case NO_LISTENER -> nobodyListens(event);
      case LINK_DOWN -> link(event, "linkDown", "up", link);
      case QUEUE_FULL -> link(event, "queueFull", "queue", link, at);
      case TOO_BIG -> link(event, "tooBig", "mtu", link);
      case MUST_NOT_FRAGMENT -> node(event, "mustNotFragment", id, "", at);
      case NO_LINK -> nowhere(event, id, at);
      case NO_ROUTE -> node(event, "routerNoRoute", id, "routes", at, event.detail());
      case NOT_FORWARDING -> wrongGateway(event);
      case TTL_EXPIRED -> node(event, "ttl", id, "routes", at);
      case STORM -> node(event, "storm", id, "", at);
      case NODE_DOWN -> node(event, "nodeDown", id, "", at);
      case FILTERED -> node(event, "filtered", id, "firewall", at);
      case BACKLOG_FULL, RECEIVE_QUEUE_FULL -> node(event, "slowReader", id, "", at);
      case ARP_QUEUE_FULL,
          ARP_UNANSWERED,
          BAD_CHECKSUM,
          BAD_SOURCE,
          LOSS,
          MALFORMED,
          NO_CONNECTION,
          NOT_ADDRESSED_HERE,
          REASSEMBLY_TIMEOUT,
          RULE,
          UNKNOWN_PROTOCOL -> {}
    }
  }

  private void link(SimEvent event, String kind, String property, String... words) {
    hints.add(Severity.WARNING, kind, new Place.OfLink(words[0], property), event, words);
  }

  private void node(SimEvent event, String kind, String id, String property, String... words) {
    hints.add(Severity.WARNING, kind, new Place.OfNode(id, property), event, words);
  }

  /// Nothing is plugged in where a frame was to go, or a switch has no other link for it.
  private void nowhere(SimEvent.FrameDropped event, String id, String at) {
    String card = event.port().interfaceName();
    if (event.detail().isEmpty()) {
      node(event, "noLink", id, card, at, card);
    } else {
      node(event, "lonelySwitch", id, "", at);
    }
  }

  /// Whoever sent a datagram to a machine that forwards nothing takes it for a router.
  private void wrongGateway(SimEvent.FrameDropped event) {
    if (event.frame().payload() instanceof Ipv4Datagram datagram) {
      int sender = neighbourhood.owner(datagram.source());
      String here = neighbourhood.name(event.port().node());
      String from = sender < 0 ? datagram.source().toString() : neighbourhood.name(sender);
      Place gateway =
          new Place.OfNode(neighbourhood.id(sender < 0 ? event.port().node() : sender), "gateway");
      hints.add(
          Severity.WARNING,
          "wrongGateway",
          gateway,
          event,
          from,
          here,
          datagram.destination().toString());
    }
  }

  private void nobodyListens(SimEvent.FrameDropped event) {
    if (!(event.frame().payload() instanceof Ipv4Datagram datagram)) {
      return;
    }
    switch (datagram.payload()) {
      case TcpSegment segment -> {
        if (segment.flags().syn() && !segment.flags().ack()) {
          refused(event, datagram, segment.destinationPort());
        }
      }
      case UdpDatagram udp -> udp(event, datagram, udp.destinationPort());
      default -> {}
    }
  }

  private void udp(SimEvent.FrameDropped event, Ipv4Datagram datagram, int port) {
    hints.add(
        Severity.WARNING,
        "udpNobody",
        hints.scriptPlace(event),
        event,
        sender(event, datagram),
        neighbourhood.name(event.port().node()),
        Integer.toString(port));
  }

  private String sender(SimEvent.FrameDropped event, Ipv4Datagram datagram) {
    Ipv4Address source = datagram.source();
    int owner = source.isLoopback() ? event.port().node() : neighbourhood.owner(source);
    return owner < 0 ? source.toString() : neighbourhood.name(owner);
  }

  /// A connection was refused: why nobody listens there is the question.
  private void refused(SimEvent.FrameDropped event, Ipv4Datagram datagram, int port) {
    int node = event.port().node();
    Machine machine = neighbourhood.machine(node);
    String client = sender(event, datagram);
    String server = neighbourhood.name(node);
    String there = Integer.toString(port);
    Place caller = hints.scriptPlace(event);
    boolean isLocal =
        machine.listeners.keySet().stream()
            .anyMatch(each -> each.port() == port && each.address().isLoopback());
    if (isLocal) {
      hints.add(Severity.WARNING, "loopbackOnly", caller, event, client, server, there);
    } else if (!machine.listeners.isEmpty()) {
      String others = machine.ports().toString().replaceAll("[\\[\\]]", "");
      hints.add(Severity.WARNING, "otherPort", caller, event, client, server, there, others);
    } else if (!neighbourhood.hasPrograms(node)) {
      Place programs = new Place.OfNode(neighbourhood.id(node), "programs");
      hints.add(Severity.WARNING, "noProgram", programs, event, client, server, there);
    } else if (neighbourhood.startsAfter(node, event.at().nanos())) {
      hints.add(Severity.WARNING, "tooEarly", caller, event, client, server, there);
    } else if (machine.hasStarted && machine.programs.isEmpty()) {
      hints.add(Severity.WARNING, "programEnded", caller, event, client, server, there);
    } else {
      hints.add(Severity.WARNING, "refused", caller, event, client, server, there);
    }
  }

  void used(SimEvent.SocketUsed event) {
    Endpoint here = new Endpoint(Ipv4Address.ANY, event.local().port());
    switch (event.operation()) {
      case "listen" -> listeners.putIfAbsent(key(event.node(), here), event);
      case "connect" ->
          event
              .remote()
              .ifPresent(to -> {
                int owner =
                    to.address().isLoopback() ? event.node() : neighbourhood.owner(to.address());
                called.add(key(owner, new Endpoint(Ipv4Address.ANY, to.port())));
              });
      default -> {}
    }
  }

  /// A node's port as one value: the node stands in place of the address.
  private static Endpoint key(int node, Endpoint here) {
    return new Endpoint(new Ipv4Address(node), here.port());
  }

  /// Who listened all the time and was never called.
  void unusedListeners() {
    listeners.forEach((key, event) -> {
      if (!called.contains(key)) {
        Place place = ScriptPlace.of(event.place()).map(ScriptPlace::place).orElse(null);
        hints.add(
            Severity.HINT,
            "neverCalled",
            place,
            event,
            neighbourhood.name(event.node()),
            Integer.toString(event.local().port()));
      }
    });
  }
}
