package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Router;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.Probability;

/// Makes scenes of one topology. What depends on the drawing alone is worked out once, so a scene
/// for another instant costs what is on its way then.
public final class SceneBuilder {
  private static final double NOTE_WIDTH = 220;
  private static final double NOTE_HEIGHT = 72;
  private static final double METER_STEPS = 26;
  private static final double LOST_AT_SENDER = 0.14;
  private static final double LOST_ON_THE_WAY = 0.8;

  private final Topology topology;
  private final List<Point> places;
  private final Ports ports;
  private final Map<String, Integer> linkIndex = new LinkedHashMap<>();
  private final List<Link> drawn = new ArrayList<>();
  private final Map<Ipv4Address, Integer> owners = new LinkedHashMap<>();

  public SceneBuilder(Topology topology) {
    this.topology = topology;
    places = AutoLayout.places(topology);
    ports = new Ports(topology, places);
    for (Link link : topology.links()) {
      if (ports.ends(link.id()) != null) {
        linkIndex.put(link.id(), drawn.size());
        drawn.add(link);
      }
    }
    for (int i = 0; i < topology.nodes().size(); i++) {
      for (InterfaceSpec spec : topology.nodes().get(i).interfaces()) {
        Ipv4Cidr cidr = spec.fixedIpv4();
        if (cidr != null) {
          owners.putIfAbsent(new Ipv4Address(cidr.address().bits()), i);
        }
      }
    }
  }

  public Topology topology() {
    return topology;
  }

  /// The network as drawn, before any run.
  public CanvasScene scene(ViewState view) {
    return scene(0, new FlightLog(topology), view);
  }

  /// The network at an instant of a run of this very topology.
  public CanvasScene scene(long instant, FlightLog log, ViewState view) {
    int[][] waiting = new int[drawn.size()][2];
    List<PacketMark> packets = new ArrayList<>();
    log.inFlight(instant, flight -> add(flight, instant, view, log, waiting, packets));
    List<DropMark> drops = new ArrayList<>();
    log.losses(instant - view.lingerNanos(), instant, loss -> add(loss, instant, view, log, drops));
    List<ConnectionArc> arcs =
        view.showsConnections() ? log.connections(instant, owners) : List.of();
    return new CanvasScene(
        instant,
        nodes(instant, log, view),
        links(instant, log, view, waiting),
        notes(view),
        arcs,
        packets,
        drops);
  }

  private void add(
      Flight flight,
      long instant,
      ViewState view,
      FlightLog log,
      int[][] waiting,
      List<PacketMark> packets) {
    Track track;
    if (flight.isLoop()) {
      track = new Track.Loop(flight.from().node());
    } else {
      Integer link = linkIndex.get(flight.link());
      if (link == null) {
        return;
      }
      boolean fromA = log.isEndA(drawn.get(link), flight.from());
      if (flight.isWaiting(instant)) {
        waiting[link][fromA ? 0 : 1]++;
        return;
      }
      track = new Track.OnLink(link, fromA);
    }
    packets.add(
        new PacketMark(
            flight.ordinal(),
            flight.glyph(),
            track,
            flight.along(instant),
            FrameLabel.of(flight.frame()),
            view.selection().contains(new Item.OfFrame(flight.ordinal()))));
  }

  private void add(Loss loss, long instant, ViewState view, FlightLog log, List<DropMark> drops) {
    Integer link = linkIndex.get(loss.event().link());
    int node = loss.event().port().node();
    Flight flight = loss.flight();
    boolean isOfLink = loss.event().reason().isOfLink();
    Track track;
    double along = 1;
    if (link == null) {
      track = flight == null ? new Track.AtNode(node) : new Track.Loop(node);
    } else {
      boolean atA = log.isEndA(drawn.get(link), loss.event().port());
      track = new Track.OnLink(link, atA == isOfLink);
      if (isOfLink) {
        along = flight == null ? LOST_AT_SENDER : LOST_ON_THE_WAY;
      }
    }
    double age = (double) (instant - loss.atNanos()) / Math.max(1, view.lingerNanos());
    drops.add(new DropMark(loss.event().ordinal(), loss.glyph(), track, along, loss.reason(), age));
  }

  private List<NodeCard> nodes(long instant, FlightLog log, ViewState view) {
    List<NodeCard> cards = new ArrayList<>();
    for (int i = 0; i < topology.nodes().size(); i++) {
      Node node = topology.nodes().get(i);
      List<PortMark> marks = new ArrayList<>();
      for (Ports.Plug plug : ports.of(i)) {
        boolean isUp = isUp(settings(plug.link(), instant, log));
        marks.add(new PortMark(plug.interfaceName(), plug.side(), plug.along(), isUp));
      }
      NodeHistory history = log.node(i);
      Item item = new Item.OfNode(node.id());
      cards.add(
          new NodeCard(
              node.id(),
              node.displayName(),
              node.kind(),
              places.get(i),
              addresses(node),
              fact(node, ports.of(i).size(), history.stations(instant)),
              List.copyOf(marks),
              history.state(instant),
              history.console(instant),
              history.hasLoop(instant),
              view.selection().contains(item),
              item.equals(view.hover())));
    }
    return cards;
  }

  private static List<String> addresses(Node node) {
    List<String> addresses = new ArrayList<>();
    for (InterfaceSpec spec : node.interfaces()) {
      Ipv4Cidr cidr = spec.fixedIpv4();
      if (cidr != null) {
        addresses.add(cidr.toString());
      } else if (spec.ipv4() instanceof InterfaceSpec.Ipv4.Dhcp) {
        addresses.add("DHCP");
      }
    }
    return List.copyOf(addresses);
  }

  private static String fact(Node node, int plugged, int stations) {
    return switch (node.kind()) {
      case VM -> "";
      case SWITCH -> stations == 0 ? counted(plugged, "port") : counted(stations, "MAC");
      case HUB -> counted(plugged, "port");
      case ROUTER -> {
        int own = node instanceof Router router ? router.routes().size() : 0;
        yield counted(own + addresses(node).size(), "route");
      }
      case TUNNEL -> "to this computer";
    };
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private List<LinkLine> links(long instant, FlightLog log, ViewState view, int[][] waiting) {
    List<LinkLine> lines = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Link link = drawn.get(i);
      int[] ends = ports.ends(link.id());
      LinkHistory history = log.link(link.id());
      if (ends == null || history == null) {
        throw new IllegalStateException("invariant broken: log and scene are of one topology");
      }
      LinkSettings settings = history.settings(instant);
      Item item = new Item.OfLink(link.id());
      lines.add(
          new LinkLine(
              link.id(),
              new LinkEndMark(ends[0], ends[1], waiting[i][0]),
              new LinkEndMark(ends[2], ends[3], waiting[i][1]),
              rate(settings),
              spaced(settings.delay().toString()),
              trouble(settings),
              metered(history.busy(instant, view.loadNanos())),
              isUp(settings),
              view.selection().contains(item),
              item.equals(view.hover())));
    }
    return lines;
  }

  /// In the steps that a meter shows, so that links are not drawn anew for less.
  private static double metered(double share) {
    return Math.ceil(share * METER_STEPS) / METER_STEPS;
  }

  private static LinkSettings settings(String link, long instant, FlightLog log) {
    LinkHistory history = log.link(link);
    return history == null ? LinkSettings.DEFAULT : history.settings(instant);
  }

  private static boolean isUp(LinkSettings settings) {
    return settings.up().ab() || settings.up().ba();
  }

  /// Rates go without their unit's common end: `10M`.
  private static String rate(LinkSettings settings) {
    return settings.rate().toString().replace("bit/s", "");
  }

  private static String spaced(String duration) {
    return duration.replaceAll("([0-9])([a-zµ])", "$1 $2");
  }

  private static String trouble(LinkSettings settings) {
    Directional<Probability> loss = settings.loss();
    double worst = Math.max(loss.ab().value(), loss.ba().value());
    return worst == 0
        ? ""
        : String.format(Locale.ROOT, "%.3g", worst * 100).replaceAll("\\.?0+$", "") + " % loss";
  }

  private List<NoteMark> notes(ViewState view) {
    List<NoteMark> marks = new ArrayList<>();
    for (int i = 0; i < topology.notes().size(); i++) {
      Note note = topology.notes().get(i);
      Double width = note.width();
      Double height = note.height();
      marks.add(
          new NoteMark(
              i,
              new Point(note.x(), note.y()),
              width == null ? NOTE_WIDTH : width,
              height == null ? NOTE_HEIGHT : height,
              note.text(),
              view.selection().contains(new Item.OfNote(i))));
    }
    return marks;
  }
}
