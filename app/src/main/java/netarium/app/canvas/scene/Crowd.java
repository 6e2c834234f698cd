package netarium.app.canvas.scene;

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
    int covered = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (i != j && overlap(topology, places, i, j)) {
          covered++;
          break;
        }
      }
    }
    return covered > count * SHARE;
  }

  private static boolean overlap(Topology topology, List<Point> places, int i, int j) {
    Body one = Body.of(topology.nodes().get(i).kind(), 1, false);
    Body other = Body.of(topology.nodes().get(j).kind(), 1, false);
    return Math.abs(places.get(i).x() - places.get(j).x()) < (one.width() + other.width()) / 2
        && Math.abs(places.get(i).y() - places.get(j).y()) < (one.height() + other.height()) / 2;
  }
}
