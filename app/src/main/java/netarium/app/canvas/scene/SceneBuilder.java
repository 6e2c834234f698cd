package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.PortId;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.unit.Ipv4Cidr;
import org.jspecify.annotations.Nullable;

/// Makes scenes of one drawing. What depends on the drawing alone is worked out once, so a scene
/// for another instant costs what is on its way then.
///
/// A run may be of an older drawing: what both have, by its id, is shown as the run has it.
public final class SceneBuilder {
  private static final double LOST_AT_SENDER = 0.14;
  private static final double LOST_ON_THE_WAY = 0.8;

  /// With more frames than this on their way there is room for none of their labels.
  private static final int MOST_LABELLED = 150;

  private final Topology topology;
  private final SceneWords words;
  private final List<Point> places;
  private final Ports ports;
  private final Map<String, Integer> nodeIndex = new LinkedHashMap<>();
  private final Map<String, Integer> linkIndex = new LinkedHashMap<>();
  private final List<Link> drawn = new ArrayList<>();
  private final Map<Ipv4Address, Integer> owners = new LinkedHashMap<>();
  private final Cards cards;
  private final Lines lines;
  private final boolean isCompact;
  private @Nullable Joined joined;
  private List<List<PortMark>> marks = List.of();

  /// A run brought together with the drawing: its histories in the drawing's order, and the
  /// drawing's number for each node of the run, or -1.
  private record Joined(
      FlightLog log,
      List<NodeHistory> nodes,
      List<@Nullable LinkHistory> links,
      List<Integer> drawnNodes) {}

  public SceneBuilder(Topology topology, SceneWords words) {
    this.topology = topology;
    this.words = words;
    places = AutoLayout.places(topology);
    isCompact = Crowd.isCompact(topology, places);
    Buses buses = new Buses(topology, places, isCompact);
    ports = new Ports(topology, places, isCompact, buses);
    List<List<Point>> bends = new ArrayList<>();
    for (Link link : topology.links()) {
      if (ports.ends(link.id()) != null) {
        linkIndex.put(link.id(), drawn.size());
        drawn.add(link);
        bends.add(buses.bends(link.id()));
      }
    }
    for (int i = 0; i < topology.nodes().size(); i++) {
      nodeIndex.put(topology.nodes().get(i).id(), i);
      for (InterfaceSpec spec : topology.nodes().get(i).interfaces()) {
        Ipv4Cidr cidr = spec.fixedIpv4();
        if (cidr != null) {
          owners.putIfAbsent(new Ipv4Address(cidr.address().bits()), i);
        }
      }
    }
    cards = new Cards(topology, places, ports, words);
    lines = new Lines(drawn, ports, bends, words);
  }

  public Topology topology() {
    return topology;
  }

  /// The network as drawn, before any run.
  public CanvasScene scene(ViewState view) {
    return scene(0, new FlightLog(topology), view);
  }

  /// The network at an instant of a run.
  public CanvasScene scene(long instant, FlightLog log, ViewState view) {
    Joined run = joined(log);
    int[][] waiting = new int[drawn.size()][2];
    List<Flight> flights = new ArrayList<>();
    log.inFlight(instant, flights::add);
    List<PacketMark> packets = new ArrayList<>(flights.size());
    boolean isLabelled = flights.size() <= MOST_LABELLED;
    for (Flight flight : flights) {
      add(flight, instant, view, run, isLabelled, waiting, packets);
    }
    List<DropMark> drops = new ArrayList<>();
    log.losses(instant - view.lingerNanos(), instant, loss -> add(loss, instant, view, run, drops));
    List<ConnectionArc> arcs =
        view.showsConnections() ? log.connections(instant, owners, run.drawnNodes) : List.of();
    return new CanvasScene(
        instant,
        isCompact,
        cards.at(instant, run.nodes, marks(instant, run), view),
        lines.at(instant, run.links, view, waiting),
        notes(view),
        arcs,
        packets,
        drops);
  }

  private Joined joined(FlightLog log) {
    Joined known = joined;
    if (known != null && known.log.equals(log)) {
      return known;
    }
    List<NodeHistory> nodes = new ArrayList<>();
    for (var node : topology.nodes()) {
      NodeHistory history = log.node(node.id());
      nodes.add(history == null ? new NodeHistory() : history);
    }
    List<@Nullable LinkHistory> links = new ArrayList<>();
    drawn.forEach(link -> links.add(log.link(link.id())));
    List<String> ids = log.nodeIds();
    List<Integer> drawnNodes = ids.stream().map(id -> nodeIndex.getOrDefault(id, -1)).toList();
    known = new Joined(log, nodes, links, drawnNodes);
    joined = known;
    return known;
  }

  /// Whether a port of the run is the drawn link's end a.
  private boolean isEndA(Link link, PortId port, Joined run) {
    return link.a().interfaceName().equals(port.interfaceName())
        && link.a().node().equals(nodeId(port, run));
  }

  private String nodeId(PortId port, Joined run) {
    int node = run.drawnNodes.get(port.node());
    return node < 0 ? "" : topology.nodes().get(node).id();
  }

  private void add(
      Flight flight,
      long instant,
      ViewState view,
      Joined run,
      boolean isLabelled,
      int[][] waiting,
      List<PacketMark> packets) {
    Track track;
    if (flight.isLoop()) {
      int node = run.drawnNodes.get(flight.from().node());
      if (node < 0) {
        return;
      }
      track = new Track.Loop(node);
    } else {
      Integer link = linkIndex.get(flight.link());
      if (link == null) {
        return;
      }
      boolean fromA = isEndA(drawn.get(link), flight.from(), run);
      if (flight.isWaiting(instant)) {
        waiting[link][fromA ? 0 : 1]++;
        return;
      }
      track = new Track.OnLink(link, fromA);
    }
    boolean isSelected = view.selection().contains(new Item.OfFrame(flight.ordinal()));
    packets.add(
        new PacketMark(
            flight.ordinal(),
            flight.glyph(),
            track,
            flight.along(instant),
            isLabelled || isSelected ? FrameLabel.of(flight.frame(), words) : "",
            isSelected));
  }

  private void add(Loss loss, long instant, ViewState view, Joined run, List<DropMark> drops) {
    Integer link = linkIndex.get(loss.event().link());
    int node = run.drawnNodes.get(loss.event().port().node());
    if (node < 0) {
      return;
    }
    boolean isOfLink = loss.event().reason().isOfLink();
    Flight flight = loss.flight();
    Track track;
    double along = 1;
    if (link == null) {
      track = flight == null ? new Track.AtNode(node) : new Track.Loop(node);
    } else {
      boolean atA = isEndA(drawn.get(link), loss.event().port(), run);
      track = new Track.OnLink(link, atA == isOfLink);
      if (isOfLink) {
        along = flight == null ? LOST_AT_SENDER : LOST_ON_THE_WAY;
      }
    }
    Item item = new Item.OfFrame(loss.event().ordinal());
    double age = (double) (instant - loss.atNanos()) / Math.max(1, view.lingerNanos());
    drops.add(
        new DropMark(
            loss.event().ordinal(),
            loss.glyph(),
            track,
            along,
            loss.reason(words),
            age,
            view.selection().contains(item)));
  }

  /// The ports of all nodes, the same lists as before where nothing went up or down.
  private List<List<PortMark>> marks(long instant, Joined run) {
    boolean isNew = marks.size() != topology.nodes().size();
    List<List<PortMark>> now = new ArrayList<>();
    for (int i = 0; i < topology.nodes().size(); i++) {
      List<PortMark> after = new ArrayList<>();
      for (Ports.Plug plug : ports.of(i)) {
        boolean isUp = isUp(plug.link(), instant, run);
        after.add(new PortMark(plug.interfaceName(), plug.side(), plug.along(), isUp));
      }
      List<PortMark> before = isNew ? List.of() : marks.get(i);
      now.add(!isNew && after.equals(before) ? before : List.copyOf(after));
    }
    marks = now;
    return now;
  }

  private boolean isUp(String id, long instant, Joined run) {
    Integer link = linkIndex.get(id);
    if (link == null) {
      return true;
    }
    return Lines.isUp(Lines.settings(drawn.get(link), run.links.get(link), instant));
  }

  private List<NoteMark> notes(ViewState view) {
    List<NoteMark> noteMarks = new ArrayList<>();
    for (int i = 0; i < topology.notes().size(); i++) {
      Note note = topology.notes().get(i);
      Double width = note.width();
      Double height = note.height();
      double wide = width == null ? NoteMark.WIDTH : width;
      noteMarks.add(
          new NoteMark(
              i,
              new Point(note.x(), note.y()),
              wide,
              height == null ? NoteMark.heightOf(note.text(), wide) : height,
              note.text(),
              view.selection().contains(new Item.OfNote(i))));
    }
    return noteMarks;
  }
}
