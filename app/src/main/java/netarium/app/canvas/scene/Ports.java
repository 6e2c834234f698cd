package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.node.Node;

/// Where cables are plugged in: each at the side that faces the other end, those of one side spread
/// in the order of where they lead, so that cables cross as little as they can.
final class Ports {
  /// This share of a side is left free at either end: a card's corners are round.
  private static final double CORNER = 0.08;

  private final Map<String, Integer> nodes = new LinkedHashMap<>();
  private final List<List<Plug>> plugs = new ArrayList<>();
  private final Map<String, int[]> ends = new LinkedHashMap<>();

  /// A cable's end at a node; ends of one bundle share a place.
  record Plug(
      String interfaceName,
      String link,
      Side side,
      double along,
      double order,
      boolean isBundled) {}

  private final boolean isCompact;
  private final Buses buses;

  Ports(Topology topology, List<Point> places, boolean isCompact, Buses buses) {
    this.isCompact = isCompact;
    this.buses = buses;
    for (Node node : topology.nodes()) {
      nodes.put(node.id(), nodes.size());
      plugs.add(new ArrayList<>());
    }
    for (Link link : topology.links()) {
      Integer a = nodes.get(link.a().node());
      Integer b = nodes.get(link.b().node());
      if (a != null && b != null) {
        plug(topology, places, link, a, b, link.a());
        plug(topology, places, link, b, a, link.b());
      }
    }
    for (int i = 0; i < plugs.size(); i++) {
      plugs.set(i, spread(plugs.get(i)));
    }
    for (Link link : topology.links()) {
      Integer a = nodes.get(link.a().node());
      Integer b = nodes.get(link.b().node());
      if (a != null && b != null) {
        int atA = find(a, link.id(), link.a());
        int atB = find(b, link.id(), link.b());
        ends.put(link.id(), new int[] {a, atA, b, atB});
      }
    }
  }

  private void plug(
      Topology topology, List<Point> places, Link link, int here, int there, LinkEnd end) {
    Buses.Turn turn = buses.turn(link.id());
    if (turn != null) {
      boolean isHub = turn.hub() == here;
      Side facing =
          isHub
              ? turn.isBelow() ? Side.BOTTOM : Side.TOP
              : turn.x() < places.get(here).x() ? Side.LEFT : Side.RIGHT;
      double at = isHub ? turn.x() : places.get(there).y();
      plugs.get(here).add(new Plug(end.interfaceName(), link.id(), facing, 0.5, at, isHub));
      return;
    }
    Point from = places.get(here);
    Point to = places.get(there);
    Body mine = Body.of(topology.nodes().get(here).kind(), 1, isCompact);
    Body other = Body.of(topology.nodes().get(there).kind(), 1, isCompact);
    double gapX = Math.abs(to.x() - from.x()) - (mine.width() + other.width()) / 2;
    double gapY = Math.abs(to.y() - from.y()) - (mine.height() + other.height()) / 2;
    boolean isUpright = gapY >= 24 || gapY >= gapX;
    Side side =
        isUpright
            ? to.y() < from.y() ? Side.TOP : Side.BOTTOM
            : to.x() < from.x() ? Side.LEFT : Side.RIGHT;
    double order = isUpright ? to.x() : to.y();
    plugs.get(here).add(new Plug(end.interfaceName(), link.id(), side, 0.5, order, false));
  }

  private static List<Plug> spread(List<Plug> unordered) {
    List<Plug> spread = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Plug> ofSide = new ArrayList<>(unordered);
      ofSide.removeIf(each -> each.side != side);
      ofSide.sort(Comparator.comparingDouble(Plug::order));
      int places = 0;
      int[] placeOf = new int[ofSide.size()];
      for (int i = 0; i < ofSide.size(); i++) {
        Plug each = ofSide.get(i);
        boolean isShared =
            i > 0
                && each.isBundled
                && ofSide.get(i - 1).isBundled
                && ofSide.get(i - 1).order == each.order;
        places += isShared ? 0 : 1;
        placeOf[i] = places;
      }
      for (int i = 0; i < ofSide.size(); i++) {
        Plug each = ofSide.get(i);
        double along = CORNER + (1 - 2 * CORNER) * (placeOf[i] - 0.5) / places;
        spread.add(
            new Plug(each.interfaceName, each.link, side, along, each.order, each.isBundled));
      }
    }
    return spread;
  }

  private int find(int node, String link, LinkEnd end) {
    List<Plug> there = plugs.get(node);
    for (int i = 0; i < there.size(); i++) {
      Plug each = there.get(i);
      if (each.link.equals(link) && each.interfaceName.equals(end.interfaceName())) {
        return i;
      }
    }
    throw new IllegalStateException("invariant broken: every end of a drawn link is plugged in");
  }

  List<Plug> of(int node) {
    return plugs.get(node);
  }

  /// Node and port of end a, then of end b; null for a link to a node that is not there.
  int @org.jspecify.annotations.Nullable [] ends(String link) {
    return ends.get(link);
  }
}
