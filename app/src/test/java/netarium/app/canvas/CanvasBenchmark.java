package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Theme;

/// Frame times of the canvas on software rendering, the picture's pixels included. Run by hand.
final class CanvasBenchmark {
  private static final int WARM = 40;
  private static final int FRAMES = 120;

  private CanvasBenchmark() {}

  static void main() {
    measure(14, 13, 2_000);
    measure(40, 24, 5_000);
    Platform.exit();
  }

  private static void measure(int switches, int machines, int packets) {
    var builder = new SceneBuilder(SampleRun.tree(switches, machines), SampleRun.WORDS);
    CanvasScene still = builder.scene(ViewState.PLAIN);
    CanvasScene busy = ScenePictures.withTraffic(still, packets, 5);
    long[] nanos = Toolkit.on(() -> frames(busy));
    java.util.Arrays.sort(nanos);
    double median = nanos[FRAMES / 2] / 1e6;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d nodes, %d packets: median %.1f ms (%.0f fps), p95 %.1f ms, max %.1f ms",
            still.nodes().size(),
            packets,
            median,
            1_000 / median,
            nanos[FRAMES * 95 / 100] / 1e6,
            nanos[FRAMES - 1] / 1e6));
  }

  private static long[] frames(CanvasScene busy) {
    CanvasView view = new CanvasView(Locale.ENGLISH);
    Scene window = new Scene(view, 1400, 860);
    Theme.DARK.apply(window);
    view.theme(Theme.DARK);
    Viewport port = Viewport.START.sized(1400, 860).fitting(busy);
    WritableImage image = new WritableImage(1400, 860);
    long[] nanos = new long[FRAMES];
    for (int i = -WARM; i < FRAMES; i++) {
      CanvasScene moved = moved(busy, i);
      long begin = System.nanoTime();
      view.show(moved, port, Overlay.NONE);
      view.snapshot(new SnapshotParameters(), image);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
      }
    }
    return nanos;
  }

  private static CanvasScene moved(CanvasScene scene, int step) {
    List<PacketMark> packets = new ArrayList<>();
    for (PacketMark mark : scene.packets()) {
      double along = (mark.along() + step * 0.01 + 10) % 1;
      packets.add(
          new PacketMark(mark.ordinal(), mark.glyph(), mark.track(), along, mark.label(), false));
    }
    return scene.withPackets(packets);
  }
}
