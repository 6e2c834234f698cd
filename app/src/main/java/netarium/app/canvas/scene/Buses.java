package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// Bundles the cables of machines that stand in columns below (or above) their switch: each goes
/// down a trunk between two columns and turns off to its machine, so that none runs under a card.
/// Cables that are clear of cards stay straight.
final class Buses {
  private static final int LEAST_LEAVES = 3;
  private static final double SAME_COLUMN = 8;
  private static final double OUTSIDE = 24;

  private final List<Point> places;
  private final List<Body> bodies = new ArrayList<>();
  private final Map<String, Turn> turns = new LinkedHashMap<>();

  /// How a link turns, seen from the switch: along the trunk at `x` up to its machine.
  record Turn(int hub, int leaf, double x, boolean isBelow, List<Point> bends) {}

  private record Leaf(int node, String link) {}

  Buses(Topology topology, List<Point> places, boolean isCompact) {
    this.places = places;
    Map<String, Integer> index = new LinkedHashMap<>();
    topology
        .nodes()
        .forEach(node -> {
          index.put(node.id(), index.size());
          bodies.add(Body.of(node.kind(), isCompact ? Body.LEAST_ZOOM : 1, isCompact));
        });
    int[] degrees = new int[bodies.size()];
    for (Link link : topology.links()) {
      count(degrees, index.get(link.a().node()));
      count(degrees, index.get(link.b().node()));
    }
    Map<Integer, List<Leaf>> leaves = new LinkedHashMap<>();
    for (Link link : topology.links()) {
      Integer a = index.get(link.a().node());
      Integer b = index.get(link.b().node());
      if (a != null && b != null && !a.equals(b)) {
        boolean isLeafA = degrees[a] == 1 && topology.nodes().get(a).kind() == NodeKind.VM;
        boolean isLeafB = degrees[b] == 1 && topology.nodes().get(b).kind() == NodeKind.VM;
        if (isLeafA != isLeafB) {
          leaves
              .computeIfAbsent(isLeafA ? b : a, _ -> new ArrayList<>())
              .add(new Leaf(isLeafA ? a : b, link.id()));
        }
      }
    }
    leaves.forEach((hub, found) -> {
      bundle(hub, found, true);
      bundle(hub, found, false);
    });
    orient(topology, index);
  }

  private static void count(int[] degrees, @Nullable Integer node) {
    if (node != null) {
      degrees[node]++;
    }
  }

  /// Bends run from end a to end b.
  private void orient(Topology topology, Map<String, Integer> index) {
    for (Link link : topology.links()) {
      Turn turn = turns.get(link.id());
      Integer a = index.get(link.a().node());
      if (turn != null && a != null && a == turn.leaf) {
        turns.put(
            link.id(), new Turn(turn.hub, turn.leaf, turn.x, turn.isBelow, turn.bends.reversed()));
      }
    }
  }

  private void bundle(int hub, List<Leaf> all, boolean isBelow) {
    double edge = places.get(hub).y() + (isBelow ? 1 : -1) * bodies.get(hub).height() / 2;
    List<Leaf> block = new ArrayList<>(all);
    block.removeIf(each -> {
      double near =
          places.get(each.node).y() - (isBelow ? 1 : -1) * bodies.get(each.node).height() / 2;
      return isBelow ? near < edge + 16 : near > edge - 16;
    });
    if (block.size() < LEAST_LEAVES
        || block.stream().noneMatch(each -> isCovered(hub, each, block))) {
      return;
    }
    List<Double> columns = columns(block);
    double first = Double.POSITIVE_INFINITY;
    for (Leaf each : block) {
      double near =
          places.get(each.node).y() - (isBelow ? 1 : -1) * bodies.get(each.node).height() / 2;
      first = Math.min(first, Math.abs(near - edge));
    }
    double rail = edge + (isBelow ? 1 : -1) * first / 2;
    for (Leaf each : block) {
      double x = trunk(places.get(each.node).x(), columns, bodies.get(each.node));
      double y = places.get(each.node).y();
      if (isClear(x, rail, y, block)) {
        turns.put(
            each.link,
            new Turn(hub, each.node, x, isBelow, List.of(new Point(x, rail), new Point(x, y))));
      }
    }
  }

  /// Whether the straight cable would run under another machine of the block.
  private boolean isCovered(int hub, Leaf leaf, List<Leaf> block) {
    Point from = places.get(hub);
    Point to = places.get(leaf.node);
    for (Leaf other : block) {
      if (other.node != leaf.node && crosses(from, to, other.node)) {
        return true;
      }
    }
    return false;
  }

  private boolean crosses(Point from, Point to, int node) {
    Point at = places.get(node);
    Body body = bodies.get(node);
    int steps = 24;
    for (int i = 1; i < steps; i++) {
      if (body.contains(at, from.towards(to, (double) i / steps))) {
        return true;
      }
    }
    return false;
  }

  private List<Double> columns(List<Leaf> block) {
    TreeSet<Double> xs = new TreeSet<>();
    for (Leaf each : block) {
      double x = places.get(each.node).x();
      Double near = xs.floor(x + SAME_COLUMN);
      if (near == null || near < x - SAME_COLUMN) {
        xs.add(x);
      }
    }
    return List.copyOf(xs);
  }

  /// Columns in pairs share the trunk between them; a last one has its own at its left.
  private static double trunk(double x, List<Double> columns, Body body) {
    int at = 0;
    while (at < columns.size() - 1 && columns.get(at) < x - SAME_COLUMN) {
      at++;
    }
    int left = at - at % 2;
    return left + 1 < columns.size()
        ? (columns.get(left) + columns.get(left + 1)) / 2
        : columns.get(left) - body.width() / 2 - OUTSIDE;
  }

  /// Whether a trunk from the rail to a machine touches no machine on its way.
  private boolean isClear(double x, double rail, double y, List<Leaf> block) {
    for (Leaf each : block) {
      Point at = places.get(each.node);
      Body body = bodies.get(each.node);
      boolean isBeside = Math.abs(at.x() - x) >= body.width() / 2;
      boolean isBeyond =
          at.y() < Math.min(rail, y) - body.height() / 2
              || at.y() > Math.max(rail, y) + body.height() / 2;
      if (!isBeside && !isBeyond) {
        return false;
      }
    }
    return true;
  }

  /// Where the link turns, from its end a to its end b; nothing for a straight one.
  List<Point> bends(String link) {
    Turn turn = turns.get(link);
    return turn == null ? List.of() : turn.bends;
  }

  @Nullable Turn turn(String link) {
    return turns.get(link);
  }
}
