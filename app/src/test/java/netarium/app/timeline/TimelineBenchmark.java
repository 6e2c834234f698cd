package netarium.app.timeline;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import netarium.app.canvas.Toolkit;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.theme.Theme;

/// How long scrubbing and zooming take over a run of some 200,000 frames, the picture included, on
/// software rendering. Run by hand.
final class TimelineBenchmark {
  private static final int PICTURES = 200;

  private TimelineBenchmark() {}

  static void main() {
    Toolkit.on(TimelineBenchmark::measure);
    Platform.exit();
  }

  private static int measure() {
    SmallProject project =
        new SmallProject()
            .links(", \"rate\": \"100Mbit/s\", \"delay\": \"1ms\"")
            .vm(
                "server",
                "10.0.1.2/24",
                "net.listen(7) while true do local r = net.recv()"
                    + " if r then net.send(r.src_ip, r.src_port, 'ok') end end")
            .vm(
                "client",
                "10.0.1.3/24",
                """
                local c = net.connect("server", 7)
                for i = 1, 1000 do
                  c:send(("x"):rep(100000))
                  local r repeat r = c:recv() until r
                end
                """);
    Driven driven = new Driven(project.project(1));
    TimelineLog log = new TimelineLog();
    driven.transport.read(log);
    TimelineView view = new TimelineView(log, driven.transport, driven.selection, Locale.ENGLISH);
    Scene scene = new Scene(view, 1600, 98);
    Theme.DARK.apply(scene);
    view.theme(Theme.DARK);
    scene.getStylesheets().add(TimelineView.class.getResource("tool.css").toExternalForm());
    WritableImage image = new WritableImage(1600, 98);
    scene.snapshot(image);
    driven.transport.speed(Speed.MAX);
    driven.transport.run();
    driven.pulseUntil(() -> log.frames().size() > 200_000 || !driven.transport.isRunning());
    driven.transport.pause();
    driven.pulses(20);
    System.out.println(log.frames().size() + " frames, " + driven.read.size() + " events");
    long end = driven.transport.playhead().liveEdge();
    view.fit();
    measure("scrub, whole run", scene, image, i -> move(driven, end * (i % 97) / 97));
    view.zoomAround(end / 2, 0.001);
    measure("scrub, zoomed in", scene, image, i -> move(driven, end / 2 + i * 1_000L));
    measure("zoom", scene, image, i -> view.zoomAround(end / 2, i % 20 < 10 ? 1.7 : 1 / 1.7));
    return 0;
  }

  private static void move(Driven driven, long instant) {
    driven.transport.playhead().moveTo(instant);
  }

  private static void measure(
      String what, Scene scene, WritableImage image, java.util.function.IntConsumer action) {
    long[] wall = new long[PICTURES];
    long[] cpu = new long[PICTURES];
    for (int i = -30; i < PICTURES; i++) {
      long begin = System.nanoTime();
      long cpuBegin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      action.accept(i + 30);
      scene.snapshot(image);
      if (i >= 0) {
        wall[i] = System.nanoTime() - begin;
        cpu[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegin;
      }
    }
    System.out.println(what + ": " + words(wall) + "; toolkit's thread " + words(cpu));
  }

  private static String words(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p95 %.1f ms, max %.1f ms",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 95 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}
