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
    assertTrue(Crowd.isCompact(topology, places), "so many are drawn small");
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        double dx = Math.abs(places.get(i).x() - places.get(j).x());
        double dy = Math.abs(places.get(i).y() - places.get(j).y());
        Body one = Body.of(topology.nodes().get(i).kind(), Body.LEAST_ZOOM, true);
        Body other = Body.of(topology.nodes().get(j).kind(), Body.LEAST_ZOOM, true);
        assertTrue(
            dx >= (one.width() + other.width()) / 2 || dy >= (one.height() + other.height()) / 2,
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

  @Test
  void bundledCables_touchNoMachineOnTheirWay() {
    for (int machines = 4; machines <= 40; machines += 3) {
      Topology topology = SampleRun.tree(3, machines);
      CanvasScene scene = new SceneBuilder(topology, SampleRun.WORDS).scene(ViewState.PLAIN);
      for (double zoom : new double[] {0.45, 0.6, 1}) {
        Route route = new Route(scene, zoom);
        for (LinkLine line : scene.links()) {
          Path path = new Path(route.line(line), 0);
          for (int step = 1; step < 200; step++) {
            Point at = path.on(step / 200.0);
            for (int node = 0; node < scene.nodes().size(); node++) {
              NodeCard card = scene.nodes().get(node);
              boolean isEnd = node == line.a().node() || node == line.b().node();
              assertTrue(
                  isEnd || !route.body(card).contains(card.centre(), at),
                  line.id() + " runs under " + card.id() + " of " + machines);
            }
          }
        }
      }
    }
  }
}
