package netarium.app.canvas.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.app.canvas.SampleRun;
import netarium.topologies.Topology;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
  @Test
  void tree_isLaidOutWithoutOverlap() {
    Topology topology = SampleRun.tree(7, 7);
    List<Point> places = AutoLayout.places(topology);
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        double dx = Math.abs(places.get(i).x() - places.get(j).x());
        double dy = Math.abs(places.get(i).y() - places.get(j).y());
        assertTrue(
            dx >= Body.CARD.width() || dy >= Body.CARD.height(),
            topology.nodes().get(i).id() + " lies on " + topology.nodes().get(j).id());
      }
    }
    assertEquals(places, AutoLayout.places(topology), "the same again");
  }

  @Test
  void ownPlace_isKept() {
    Topology topology = SampleRun.of("hello-http").topology();
    assertEquals(new Point(120, 80), AutoLayout.places(topology).getFirst());
  }
}
