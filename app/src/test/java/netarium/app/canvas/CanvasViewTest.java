package netarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import netarium.app.canvas.CanvasView.Layer;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.Track;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Theme;
import org.junit.jupiter.api.Test;

class CanvasViewTest {
  private static final Viewport VIEW = Viewport.START.sized(900, 600);

  @Test
  void packet_isDrawnWhereItIs() {
    SampleRun run = SampleRun.of("hello-http");
    CanvasScene still = new SceneBuilder(run.topology(), SampleRun.WORDS).scene(ViewState.PLAIN);
    Viewport view = VIEW.fitting(still);
    Track track = new Track.OnLink(0, true);
    CanvasScene scene = withPacket(still, new PacketMark(1, Glyph.ICMP, track, 0.5, "", false));
    Point at = view.toScreen(new Route(scene, view.zoom()).place(track, 0.5));
    for (Theme theme : Theme.values()) {
      Color expected = theme.palette().glyph(Glyph.ICMP).ink();
      Color drawn = Toolkit.on(() -> pixel(picture(scene, view, theme), at));
      Color without = Toolkit.on(() -> pixel(picture(still, view, theme), at));
      assertTrue(isNear(expected, drawn), theme + ": " + drawn);
      assertTrue(!isNear(expected, without), theme + ": " + without);
    }
  }

  @Test
  void nodeAndLink_areDrawnWhereTheyAre() {
    SampleRun run = SampleRun.of("hello-http");
    CanvasScene scene = new SceneBuilder(run.topology(), SampleRun.WORDS).scene(ViewState.PLAIN);
    Viewport view = VIEW.fitting(scene);
    Route route = new Route(scene, view.zoom());
    var line = scene.links().getFirst();
    Point middle =
        view.toScreen(route.port(line.a())).towards(view.toScreen(route.port(line.b())), 0.5);
    WritableImage image = Toolkit.on(() -> picture(scene, view, Theme.DARK));
    Color canvas = Theme.DARK.palette().canvas();
    assertNotEquals(canvas, Toolkit.on(() -> pixel(image, middle)));
    Point body = view.toScreen(scene.nodes().getFirst().centre()).plus(0, 30);
    Color card = Toolkit.on(() -> pixel(image, body));
    assertTrue(isNear(Theme.DARK.palette().card(), card), "the card's ground: " + card);
  }

  @Test
  void layersThatDidNotChange_areLeftAlone() {
    SampleRun run = SampleRun.of("hello-http");
    CanvasScene still = new SceneBuilder(run.topology(), SampleRun.WORDS).scene(ViewState.PLAIN);
    Track track = new Track.OnLink(0, true);
    Toolkit.on(() -> {
      CanvasView view = new CanvasView(Locale.ENGLISH);
      Viewport port = VIEW.fitting(still);
      view.show(still, port, Overlay.NONE);
      long links = view.paintings(Layer.LINKS);
      long nodes = view.paintings(Layer.NODES);
      long packets = view.paintings(Layer.PACKETS);
      long overlays = view.paintings(Layer.OVERLAY);
      view.show(still, port, Overlay.NONE);
      assertEquals(packets, view.paintings(Layer.PACKETS), "nothing changed");
      for (int i = 1; i <= 5; i++) {
        PacketMark mark = new PacketMark(1, Glyph.TCP, track, i / 9.0, "", false);
        view.show(withPacket(still, mark), port, Overlay.NONE);
      }
      assertEquals(packets + 5, view.paintings(Layer.PACKETS));
      assertEquals(links, view.paintings(Layer.LINKS));
      assertEquals(nodes, view.paintings(Layer.NODES));
      assertEquals(overlays, view.paintings(Layer.OVERLAY));
      view.show(still, port.panned(5, 5), Overlay.NONE);
      assertEquals(links + 1, view.paintings(Layer.LINKS));
      return true;
    });
  }

  private static CanvasScene withPacket(CanvasScene still, PacketMark mark) {
    return still.withPackets(java.util.List.of(mark));
  }

  private static WritableImage picture(CanvasScene scene, Viewport view, Theme theme) {
    CanvasView canvas = new CanvasView(Locale.ENGLISH);
    Scene window = new Scene(canvas, view.width(), view.height());
    theme.apply(window);
    canvas.theme(theme);
    canvas.show(scene, view, Overlay.NONE);
    return window.snapshot(null);
  }

  private static Color pixel(WritableImage image, Point at) {
    return image.getPixelReader().getColor((int) Math.round(at.x()), (int) Math.round(at.y()));
  }

  private static boolean isNear(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < 0.12
        && Math.abs(one.getGreen() - other.getGreen()) < 0.12
        && Math.abs(one.getBlue() - other.getBlue()) < 0.12;
  }
}
