package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import netarium.app.canvas.scene.Deed.Phase;
import netarium.engine.run.Waits;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.Node;
import org.jspecify.annotations.Nullable;

/// Reads a run's events, in order and once, and answers for any instant what was going on then:
/// what was on its way costs O(log n) for each frame that was, however long the run. So scrubbing
/// back is no slower than watching.
public final class FlightLog implements EventSink {
  private final Topology topology;
  private final List<NodeHistory> nodes = new ArrayList<>();
  private final Map<String, Integer> nodeIndex = new LinkedHashMap<>();
  private final Map<String, LinkHistory> links = new LinkedHashMap<>();
  private final List<Flight> flights = new ArrayList<>();
  private final Spans spans = new Spans();
  private final History<Loss> losses = new History<>();
  private final Connections connections = new Connections();
  private final Glyphs glyphs = new Glyphs();
  private SimEvent.@Nullable FrameQueued queued;

  public FlightLog(Topology topology) {
    this.topology = topology;
    for (Node node : topology.nodes()) {
      nodeIndex.put(node.id(), nodes.size());
      nodes.add(new NodeHistory());
    }
    topology.links().forEach(link -> links.put(link.id(), new LinkHistory(link)));
  }

  @Override
  public void accept(SimEvent event) {
    switch (event) {
      case SimEvent.FrameQueued each -> queued = each;
      case SimEvent.FrameSent each -> sent(each);
      case SimEvent.FrameDropped each -> dropped(each);
      case SimEvent.TcpStateChanged each -> {
        connections.changed(each);
        node(each).connected(each);
      }
      case SimEvent.SocketUsed each -> node(each).used(each);
      case SimEvent.ProcessStarted each -> node(each).started(each);
      case SimEvent.ProcessEnded each -> node(each).ended(each);
      case SimEvent.ErrorRaised each -> node(each).failed(each);
      case SimEvent.ConsoleWritten each -> node(each).wrote(each);
      case SimEvent.Notice each -> noticed(each);
      case SimEvent.StimulusApplied each -> stimulus(each);
      case SimEvent.FrameDelivered _,
          SimEvent.ArpChanged _,
          SimEvent.PoolChanged _,
          SimEvent.RouteChanged _,
          SimEvent.TcpRetransmission _,
          SimEvent.TcpVariables _,
          SimEvent.ScreenDrawn _,
          SimEvent.WebSocketHeld _,
          SimEvent.TlsKeyLogged _,
          SimEvent.TlsPlaintext _,
          SimEvent.TlsFailed _,
          SimEvent.TimerExpired _,
          SimEvent.UnixSocketUsed _ -> {}
    }
  }

  /// What the programs of every node of the run wait for now, in the run's order.
  public void lookedAt(List<Waits> now) {
    for (int i = 0; i < Math.min(now.size(), nodes.size()); i++) {
      nodes.get(i).lookedAt(now.get(i));
    }
  }

  private NodeHistory node(SimEvent event) {
    return nodes.get(event.node());
  }

  private void noticed(SimEvent.Notice event) {
    if (event.node() >= 0) {
      node(event).noticed(event);
    }
  }

  /// A frame that must wait is told of just before it is sent: it starts when the one ahead of it
  /// has left.
  private void sent(SimEvent.FrameSent event) {
    long at = event.at().nanos();
    long departs = event.departs().nanos();
    long start = at;
    LinkHistory link = links.get(event.link());
    if (link != null) {
      Load load = link.load(isEndA(link.link(), event.from()));
      boolean waits =
          queued != null
              && queued.ordinal() == event.ordinal() - 1
              && queued.from().equals(event.from());
      start = waits ? Math.min(departs, Math.max(at, load.lastDeparture())) : at;
      load.add(start, departs);
    }
    if (event.from().equals(event.to())) {
      node(event).loops(at);
    } else {
      nodes.get(event.to().node()).hears(event.frame().source(), event.arrives().nanos());
    }
    flights.add(
        new Flight(
            event.ordinal(),
            event.link(),
            event.from(),
            event.to(),
            event.frame(),
            glyphs.of(event.frame()),
            at,
            start,
            departs,
            event.arrives().nanos()));
    spans.add(at, event.arrives().nanos());
  }

  /// That a card ignores what is meant for others is no news.
  private void dropped(SimEvent.FrameDropped event) {
    if (event.reason() != DropReason.NOT_ADDRESSED_HERE) {
      Flight flight = flight(event.cause());
      boolean isItsEnd =
          flight != null
              && flight.link().equals(event.link())
              && (event.reason().isOfLink() ? flight.from() : flight.to()).equals(event.port());
      Glyph glyph = flight != null && isItsEnd ? flight.glyph() : glyphs.of(event.frame());
      losses.put(event.at().nanos(), new Loss(event, glyph, isItsEnd ? flight : null));
    }
  }

  private void stimulus(SimEvent.StimulusApplied event) {
    String[] words = event.action().split(" ", 4);
    if (words.length < 2) {
      return;
    }
    long at = event.at().nanos();
    LinkHistory link = links.get(words[1]);
    Integer index = nodeIndex.get(words[1]);
    if (link != null) {
      switch (words[0]) {
        case "cut" -> link.setUp(at, false);
        case "heal" -> link.setUp(at, true);
        case "set" -> link.set(at, words[2], words[3]);
        default -> {}
      }
    } else if (index != null) {
      switch (words[0]) {
        case "crash" -> nodes.get(index).powered(event, Phase.CRASHED);
        case "pause" -> nodes.get(index).powered(event, Phase.PAUSED);
        case "restart" ->
            nodes.get(index).powered(event, words.length > 2 ? Phase.RESTARTING : Phase.IDLE);
        case "boot" -> nodes.get(index).powered(event, Phase.IDLE);
        case "resume" -> nodes.get(index).resumed(event);
        default -> {}
      }
    }
  }

  /// Whether a port is the link's end a.
  boolean isEndA(Link link, PortId port) {
    return link.a().interfaceName().equals(port.interfaceName())
        && link.a().node().equals(topology.nodes().get(port.node()).id());
  }

  /// The frame that the event with this ordinal sent, if it sent one.
  public @Nullable Flight flight(long ordinal) {
    int low = 0;
    int high = flights.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Flight found = flights.get(middle);
      if (found.ordinal() == ordinal) {
        return found;
      }
      if (found.ordinal() < ordinal) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /// How many frames have been sent.
  public int frames() {
    return flights.size();
  }

  /// Every frame that a port has and its receiver has not yet, in the order of sending.
  public void inFlight(long instant, Consumer<Flight> found) {
    spans.holding(instant, index -> found.accept(flights.get(index)));
  }

  /// The drops after `from` up to `instant`.
  void losses(long from, long instant, Consumer<Loss> found) {
    for (int i = losses.countAt(from); i < losses.countAt(instant); i++) {
      found.accept(losses.get(i));
    }
  }

  /// The history of a node of the run; null for one that the run does not have.
  @Nullable NodeHistory node(String id) {
    Integer index = nodeIndex.get(id);
    return index == null ? null : nodes.get(index);
  }

  /// The nodes of the run, by the numbers that its events name.
  List<String> nodeIds() {
    return List.copyOf(nodeIndex.keySet());
  }

  /// How a link is set at the live edge; `drawn` unless the run has set it.
  public LinkSettings settings(Link drawn) {
    LinkHistory history = links.get(drawn.id());
    return history == null ? drawn.settings() : history.settings(Long.MAX_VALUE, drawn.settings());
  }

  @Nullable LinkHistory link(String id) {
    return links.get(id);
  }

  List<ConnectionArc> connections(
      long instant, Map<Ipv4Address, Integer> owners, List<Integer> drawnNodes) {
    return connections.at(instant, owners, drawnNodes);
  }
}
