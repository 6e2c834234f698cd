package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.List;
import netarium.topologies.Topology;

/// Tells whether machines stand closer than their cards are wide.
final class Crowd {
  /// Smaller drawings keep their cards: in them a card on a card is a slip of the hand.
  private static final int LEAST_NODES = 20;

  private static final double SHARE = 0.25;

  private Crowd() {}

  /// Whether so many cards would lie on others that all are better drawn small.
  static boolean isCompact(Topology topology, List<Point> places) {
    int count = places.size();
    if (count < LEAST_NODES) {
      return false;
    }
    List<Body> bodies = new ArrayList<>(count);
    topology.nodes().forEach(node -> bodies.add(Body.of(node.kind(), 1, false)));
    int covered = 0;
    for (int i = 0; i < count && covered <= count * SHARE; i++) {
      if (isCovered(i, places, bodies)) {
        covered++;
      }
    }
    return covered > count * SHARE;
  }

  private static boolean isCovered(int node, List<Point> places, List<Body> bodies) {
    Point at = places.get(node);
    Body body = bodies.get(node);
    for (int i = 0; i < places.size(); i++) {
      Point there = places.get(i);
      Body other = bodies.get(i);
      if (i != node
          && Math.abs(at.x() - there.x()) < (body.width() + other.width()) / 2
          && Math.abs(at.y() - there.y()) < (body.height() + other.height()) / 2) {
        return true;
      }
    }
    return false;
  }
}
