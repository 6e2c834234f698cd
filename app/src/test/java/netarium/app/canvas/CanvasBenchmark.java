package netarium.app.canvas;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.FlightLog;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Theme;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.Stamp;
import netarium.engine.wire.EthernetFrame;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;

/// Frame times of the canvas on software rendering, the picture's pixels included, and the cost of
/// a scene at any instant of a long run. Run by hand: `CanvasBenchmark` prints both.
///
/// Beside the time on the clock it prints the processor time of the two threads that draw, which
/// says more on a machine that others use, too.
final class CanvasBenchmark {
  private static final int WARM = 150;
  private static final int FRAMES = 300;
  private static final int RECORDED = 200_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CanvasBenchmark() {}

  static void main() {
    measure(14, 13, 2_000);
    measure(40, 24, 5_000);
    scrub();
    Platform.exit();
  }

  private static void measure(int switches, int machines, int packets) {
    var builder = new SceneBuilder(SampleRun.tree(switches, machines), SampleRun.WORDS);
    CanvasScene still = builder.scene(ViewState.PLAIN);
    CanvasScene busy = ScenePictures.withTraffic(still, packets, 5);
    for (boolean isClose : new boolean[] {false, true}) {
      long[][] nanos = Toolkit.on(() -> frames(busy, isClose));
      print(
          String.format(
              Locale.ROOT,
              "%d nodes, %d packets in flight, %s",
              still.nodes().size(),
              packets,
              isClose ? "a part of it at 100 %" : "all of it seen"),
          nanos[0],
          nanos[1]);
    }
  }

  private static void print(String what, long[] wall, long[] processor) {
    Arrays.sort(wall);
    Arrays.sort(processor);
    int last = wall.length - 1;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: clock median %.1f ms, p95 %.1f ms, max %.1f ms;"
                + " processor median %.1f ms (%.0f fps), p95 %.1f ms",
            what,
            wall[last / 2] / 1e6,
            wall[last * 95 / 100] / 1e6,
            wall[last] / 1e6,
            processor[last / 2] / 1e6,
            1e9 / processor[last / 2],
            processor[last * 95 / 100] / 1e6));
  }

  private static long[][] frames(CanvasScene busy, boolean isClose) {
    CanvasView view = new CanvasView(Locale.ENGLISH);
    Scene window = new Scene(view, 1400, 860);
    Theme.DARK.apply(window);
    view.theme(Theme.DARK);
    Viewport whole = Viewport.START.sized(1400, 860).fitting(busy);
    Viewport port = isClose ? whole.zoomed(1 / whole.zoom(), 700, 430) : whole;
    WritableImage image = new WritableImage(1400, 860);
    long[][] nanos = new long[2][FRAMES];
    for (int i = -WARM; i < FRAMES; i++) {
      CanvasScene moved = moved(busy, i);
      long processor = drawingNanos();
      long begin = System.nanoTime();
      view.show(moved, port, Overlay.NONE);
      view.snapshot(new SnapshotParameters(), image);
      if (i >= 0) {
        nanos[0][i] = System.nanoTime() - begin;
        nanos[1][i] = drawingNanos() - processor;
      }
    }
    return nanos;
  }

  /// Processor time of this thread and of the one that renders.
  private static long drawingNanos() {
    long nanos = THREADS.getCurrentThreadCpuTime();
    for (var info : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
        nanos += THREADS.getThreadCpuTime(info.getThreadId());
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

  /// A log of so many frames over 200 nodes, some 2,000 of them on their way at once, and scenes at
  /// instants all over it.
  private static void scrub() {
    Topology topology = SampleRun.tree(14, 13);
    FlightLog log = recorded(topology, RECORDED, 50_000, 100_000_000);
    SceneBuilder builder = new SceneBuilder(topology, SampleRun.WORDS);
    SplittableRandom random = new SplittableRandom(11);
    long end = RECORDED * 50_000L;
    long[] wall = new long[FRAMES];
    long[] processor = new long[FRAMES];
    long inFlight = 0;
    for (int i = -WARM; i < FRAMES; i++) {
      long instant = random.nextLong(end);
      long used = THREADS.getCurrentThreadCpuTime();
      long begin = System.nanoTime();
      CanvasScene scene = builder.scene(instant, log, ViewState.PLAIN);
      if (i >= 0) {
        wall[i] = System.nanoTime() - begin;
        processor[i] = THREADS.getCurrentThreadCpuTime() - used;
        inFlight += scene.packets().size();
      }
    }
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    print(
        String.format(
            Locale.ROOT,
            "scene(instant) of %d recorded frames, %d in flight on average, heap %d MB",
            log.frames(),
            inFlight / FRAMES,
            used >> 20),
        wall,
        processor);
  }

  private static FlightLog recorded(Topology topology, int frames, long every, long flight) {
    FlightLog log = new FlightLog(topology);
    EthernetFrame frame = aFrame();
    List<String> ids = topology.nodes().stream().map(node -> node.id()).toList();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < frames; i++) {
      Link link = topology.links().get(random.nextInt(topology.links().size()));
      boolean isAtoB = random.nextBoolean();
      PortId a = new PortId(ids.indexOf(link.a().node()), link.a().interfaceName());
      PortId b = new PortId(ids.indexOf(link.b().node()), link.b().interfaceName());
      SimTime at = new SimTime(i * every);
      log.accept(
          new SimEvent.FrameSent(
              new Stamp(i, at, (isAtoB ? a : b).node(), -1),
              link.id(),
              isAtoB ? a : b,
              isAtoB ? b : a,
              frame,
              new SimTime(i * every + 1_000),
              new SimTime(i * every + flight)));
    }
    return log;
  }

  private static EthernetFrame aFrame() {
    for (SimEvent event : SampleRun.of("hello-http").events()) {
      if (event instanceof SimEvent.FrameSent sent) {
        return sent.frame();
      }
    }
    throw new IllegalStateException("the sample sends something");
  }
}
