package netarium.app.consoles;

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
import netarium.topologies.project.Project;

/// How long a console with 100,000 lines takes to scroll, to follow and to be searched, the picture
/// included, on software rendering. Run by hand.
final class ConsoleBenchmark {
  private static final int LINES = 100_000;

  private ConsoleBenchmark() {}

  static void main() {
    Project project =
        new SmallProject()
            .vm("pc", "10.0.1.2/24", "for i = 1, " + LINES + " do print('line', i) end")
            .project(1);
    Toolkit.on(() -> measure(project));
    Platform.exit();
  }

  private static int measure(Project project) {
    Driven driven = new Driven(project);
    Consoles consoles = new Consoles();
    driven.transport.read(consoles);
    ConsolesView view =
        new ConsolesView(consoles, driven.transport, driven.selection, Locale.ENGLISH);
    Scene scene = new Scene(view, 560, 330);
    Theme.DARK.apply(scene);
    scene.getStylesheets().add(ConsolesView.class.getResource("tool.css").toExternalForm());
    driven.transport.reset();
    driven.transport.speed(Speed.MAX);
    driven.transport.run();
    WritableImage image = new WritableImage(560, 330);
    long[] follow = new long[400];
    int pulses = 0;
    while (pulses < follow.length && (pulses < 5 || driven.transport.isRunning())) {
      long begin = System.nanoTime();
      driven.pulse();
      scene.snapshot(image);
      follow[pulses++] = System.nanoTime() - begin;
    }
    print("follow, engine included", Arrays.copyOf(follow, pulses));
    ConsoleList list = (ConsoleList) view.lookup(".console-list");
    long[] scroll = new long[200];
    long[] cpu = new long[200];
    for (int i = 0; i < scroll.length; i++) {
      long begin = System.nanoTime();
      long cpuBegin = cpuNanos();
      list.scrollTo((i * 7919) % LINES);
      scene.snapshot(image);
      scroll[i] = System.nanoTime() - begin;
      cpu[i] = cpuNanos() - cpuBegin;
    }
    print("scroll", scroll);
    print("scroll, processor time of the toolkit's thread", cpu);
    long[] scrub = new long[200];
    long end = driven.transport.playhead().liveEdge();
    for (int i = 0; i < scrub.length; i++) {
      long begin = System.nanoTime();
      driven.transport.playhead().moveTo(end * (i % 97) / 97);
      scene.snapshot(image);
      scrub[i] = System.nanoTime() - begin;
    }
    print("scrub", scrub);
    Console console = consoles.all().getFirst();
    ConsoleSearch search = new ConsoleSearch(console, "no such text", -1, true);
    long[] slices = new long[2_000];
    int count = 0;
    boolean goesOn = true;
    while (goesOn) {
      long begin = cpuNanos();
      long until = System.nanoTime() + ConsoleList.SEARCH_NANOS;
      goesOn = search.goOn(() -> System.nanoTime() < until);
      slices[count++] = cpuNanos() - begin;
    }
    print("search to the end, a slice for each frame", Arrays.copyOf(slices, count));
    return 0;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: median %.1f ms, p95 %.1f ms, max %.1f ms (%d)",
            what,
            nanos[nanos.length / 2] / 1e6,
            nanos[nanos.length * 95 / 100] / 1e6,
            nanos[nanos.length - 1] / 1e6,
            nanos.length));
  }
}
