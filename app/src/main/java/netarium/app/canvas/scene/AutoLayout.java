package netarium.app.canvas.scene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.Node;

/// Finds places for nodes that have none: each connected part hangs as a tree from its most central
/// node, and the leaves of a node stand below it in a block that is deeper than wide. The same
/// topology always gets the same places.
public final class AutoLayout {
  private static final Pitch ROOMY = new Pitch(248, 150, 210);

  /// For networks that are looked at from afar: their machines are drawn small.
  private static final Pitch CLOSE = new Pitch(172, 100, 176);

  private static final double WIDEST = 1.7;
  private static final double MOST_STRETCHED = 1.6;
  private static final int MOST_ROOMY = 24;
  private static final int MOST_ROWS = 8;

  private final List<List<Integer>> neighbours = new ArrayList<>();
  private final int[] parents;
  private final int[] levels;
  private final double[] widths;
  private final List<List<Integer>> branches = new ArrayList<>();
  private final List<List<Integer>> leaves = new ArrayList<>();
  private final Point[] places;
  private final Pitch pitch;

  /// Distances between the middles of columns, of rows of leaves, and of levels of the tree.
  private record Pitch(double column, double row, double level) {}

  private AutoLayout(Topology topology) {
    int count = topology.nodes().size();
    pitch = count > MOST_ROOMY ? CLOSE : ROOMY;
    parents = new int[count];
    levels = new int[count];
    widths = new double[count];
    places = new Point[count];
    Arrays.fill(parents, -2);
    Map<String, Integer> index = new LinkedHashMap<>();
    for (Node node : topology.nodes()) {
      index.put(node.id(), index.size());
      neighbours.add(new ArrayList<>());
      branches.add(new ArrayList<>());
      leaves.add(new ArrayList<>());
    }
    for (Link link : topology.links()) {
      Integer a = index.get(link.a().node());
      Integer b = index.get(link.b().node());
      if (a != null && b != null && !a.equals(b)) {
        neighbours.get(a).add(b);
        neighbours.get(b).add(a);
      }
    }
  }

  /// The centres of all nodes, in their order: their own places where they have some.
  public static List<Point> places(Topology topology) {
    List<Node> nodes = topology.nodes();
    Point[] places = new Point[nodes.size()];
    double bottom = 0;
    boolean isWhole = true;
    for (int i = 0; i < places.length; i++) {
      Double x = nodes.get(i).x();
      Double y = nodes.get(i).y();
      if (x != null && y != null) {
        places[i] = new Point(x, y);
        bottom = Math.max(bottom, y + ROOMY.level);
      } else {
        isWhole = false;
      }
    }
    if (!isWhole) {
      Point[] found = everywhere(topology);
      for (int i = 0; i < places.length; i++) {
        if (places[i] == null) {
          places[i] = found[i].plus(0, bottom);
        }
      }
    }
    return List.of(places);
  }

  /// New places for all nodes, whether they have some or not.
  public static List<Point> anew(Topology topology) {
    return List.of(everywhere(topology));
  }

  private static Point[] everywhere(Topology topology) {
    AutoLayout layout = new AutoLayout(topology);
    double left = 0;
    for (int node = 0; node < layout.parents.length; node++) {
      if (layout.parents[node] == -2) {
        left = layout.placePart(node, left) + layout.pitch.column / 4;
      }
    }
    layout.stretch(left);
    return layout.places;
  }

  /// Gives a network that is much wider than high more height, for windows are not that wide.
  private void stretch(double width) {
    double height = pitch.level;
    for (Point place : places) {
      height = Math.max(height, place.y() + pitch.row);
    }
    double factor = Math.clamp(width / height / WIDEST, 1, MOST_STRETCHED);
    for (int i = 0; i < places.length; i++) {
      places[i] = new Point(places[i].x(), Math.rint(places[i].y() * factor));
    }
  }

  /// Places the part of the network that holds `member`, to the right of `left`; answers its right
  /// end.
  private double placePart(int member, double left) {
    int root = centre(breadthFirst(member));
    List<Integer> order = span(root);
    for (int node : order.reversed()) {
      int columns = columns(leaves.get(node).size());
      double inside = branches.get(node).stream().mapToDouble(each -> widths[each]).sum();
      double gap = leaves.get(node).isEmpty() ? 0 : pitch.column / 6;
      widths[node] = Math.max(pitch.column, inside + columns * pitch.column + gap);
    }
    double[] lefts = new double[parents.length];
    lefts[root] = left;
    for (int node : order) {
      place(node, lefts);
    }
    return left + widths[root];
  }

  private void place(int node, double[] lefts) {
    double y = levels[node] * pitch.level;
    if (places[node] == null) {
      places[node] = new Point(lefts[node] + widths[node] / 2, y);
    }
    double left = lefts[node];
    List<Integer> inner = branches.get(node);
    for (int i = 0; i <= inner.size(); i++) {
      if (i == inner.size() / 2) {
        left = placeLeaves(node, left, y + pitch.level);
      }
      if (i < inner.size()) {
        lefts[inner.get(i)] = left;
        left += widths[inner.get(i)];
      }
    }
  }

  private double placeLeaves(int node, double left, double y) {
    List<Integer> block = leaves.get(node);
    int columns = columns(block.size());
    boolean isAlone = branches.get(node).isEmpty();
    double start = isAlone ? left + (widths[node] - columns * pitch.column) / 2 : left;
    for (int i = 0; i < block.size(); i++) {
      double x = start + (i % columns + 0.5) * pitch.column;
      places[block.get(i)] = new Point(x, y + i / columns * pitch.row);
    }
    return left + columns * pitch.column;
  }

  /// Pairs of columns, for a trunk of cables between the two.
  private static int columns(int leaves) {
    return leaves <= 3 ? leaves : 2 * Math.ceilDiv(leaves, 2 * MOST_ROWS);
  }

  /// The nodes of a part, in the order of their distance from `start`.
  private List<Integer> breadthFirst(int start) {
    int[] distance = new int[parents.length];
    Arrays.fill(distance, -1);
    List<Integer> order = new ArrayList<>();
    distance[start] = 0;
    order.add(start);
    for (int i = 0; i < order.size(); i++) {
      int here = order.get(i);
      for (int next : neighbours.get(here)) {
        if (distance[next] < 0) {
          distance[next] = distance[here] + 1;
          order.add(next);
        }
      }
    }
    return order;
  }

  /// The node in the middle of the longest way through a part: of the two middles of an even one
  /// that with more cables.
  private int centre(List<Integer> part) {
    int end = breadthFirst(part.getFirst()).getLast();
    int[] before = new int[parents.length];
    int other = end;
    Arrays.fill(before, -1);
    before[end] = end;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(end));
    while (!queue.isEmpty()) {
      other = queue.remove();
      for (int next : neighbours.get(other)) {
        if (before[next] < 0) {
          before[next] = other;
          queue.add(next);
        }
      }
    }
    List<Integer> way = new ArrayList<>(List.of(other));
    while (way.getLast() != end) {
      way.add(before[way.getLast()]);
    }
    int one = way.get((way.size() - 1) / 2);
    int two = way.get(way.size() / 2);
    return neighbours.get(two).size() > neighbours.get(one).size() ? two : one;
  }

  /// Makes the tree below `root`; answers its nodes, parents first.
  private List<Integer> span(int root) {
    parents[root] = -1;
    levels[root] = 0;
    List<Integer> order = new ArrayList<>(List.of(root));
    for (int i = 0; i < order.size(); i++) {
      int here = order.get(i);
      for (int next : neighbours.get(here)) {
        if (parents[next] == -2) {
          parents[next] = here;
          levels[next] = levels[here] + 1;
          order.add(next);
        }
      }
    }
    for (int node : order.subList(1, order.size())) {
      boolean isLeaf = neighbours.get(node).stream().distinct().count() == 1;
      (isLeaf ? leaves : branches).get(parents[node]).add(node);
    }
    return order;
  }
}
