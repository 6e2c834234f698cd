package netarium.app.packets;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.Stamp;

/// How the list bears many frames: octets a row, and times of what happens on the toolkit's thread.
/// Run by hand: the first argument is the number of frames, 200,000 without one.
final class PacketsBenchmark {
  private static final long SHIFT_NANOS = 1_000_000_000;

  private PacketsBenchmark() {}

  static void main(String[] arguments) {
    int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    SampleRun run = LossyRun.run();
    List<SimEvent> events = repeated(run, frames);
    Toolkit.on(() -> {
      PacketsRig rig = new PacketsRig(Locale.ENGLISH);
      Scene scene = rig.scene(Theme.DARK, 1170, 396);
      measure(rig, scene, run, events);
      return 0;
    });
    Platform.exit();
  }

  /// The frames of a run again and again, later each time.
  private static List<SimEvent> repeated(SampleRun run, int frames) {
    List<SimEvent> all = new ArrayList<>();
    int sent = 0;
    for (int round = 0; sent < frames; round++) {
      long base = all.size();
      long[] renamed = new long[run.events().size()];
      Arrays.fill(renamed, -1);
      for (SimEvent event : run.events()) {
        long ordinal = all.size();
        long cause = event.cause() < 0 ? -1 : renamed[(int) event.cause()];
        SimTime at = new SimTime(event.at().nanos() + round * SHIFT_NANOS);
        Stamp stamp = new Stamp(ordinal, at, event.node(), cause < base ? -1 : cause);
        switch (event) {
          case FrameSent e -> {
            all.add(
                new FrameSent(
                    stamp,
                    e.link(),
                    e.from(),
                    e.to(),
                    e.frame(),
                    new SimTime(e.departs().nanos() + round * SHIFT_NANOS),
                    new SimTime(e.arrives().nanos() + round * SHIFT_NANOS)));
            sent++;
          }
          case FrameDelivered e ->
              all.add(new FrameDelivered(stamp, e.link(), e.port(), e.frame()));
          default -> {
            continue;
          }
        }
        renamed[(int) event.ordinal()] = ordinal;
      }
    }
    return all;
  }

  private static void measure(PacketsRig rig, Scene scene, SampleRun run, List<SimEvent> events) {
    rig.model.begin(run.topology());
    WritableImage image = new WritableImage(1170, 396);
    List<Double> batches = new ArrayList<>();
    int batch = 3_000;
    for (int from = 0; from < events.size(); from += batch) {
      List<SimEvent> some = events.subList(from, Math.min(events.size(), from + batch));
      batches.add(
          millis(() -> {
            some.forEach(rig.model::accept);
            rig.remote.edge(some.getLast().at().nanos());
            rig.model.caughtUp();
            scene.getRoot().layout();
          }));
    }
    print(rig.model.frames().size() + " frames, batches of " + batch + " events live", batches);
    System.out.printf(
        Locale.ROOT, "%.0f octets a row beside its event%n", rig.model.octetsPerRow());
    for (Grouping grouping : Grouping.values()) {
      print("group " + grouping, List.of(millis(() -> rig.model.group(grouping))));
      look(rig, scene, image);
    }
    filter(rig, scene, "tcp.port == 80 && http.request.method == \"GET\"");
    filter(rig, scene, "ip.addr == 10.0.1.3 && !arp");
    filter(rig, scene, "node == \"r1\" || tcp.analysis.retransmission");
    print("clear", List.of(millis(() -> rig.model.filter(""))));
  }

  private static void look(PacketsRig rig, Scene scene, WritableImage image) {
    TableView<?> table = (TableView<?>) rig.view.lookup(".table-view");
    SplittableRandom random = new SplittableRandom(5);
    List<Double> scrolls = new ArrayList<>();
    List<Double> choices = new ArrayList<>();
    List<Double> moves = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int to = random.nextInt(rig.model.size());
      scrolls.add(
          millis(() -> {
            table.scrollTo(to);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.snapshot(image);
          }));
      choices.add(millis(() -> table.getSelectionModel().clearAndSelect(to)));
      long instant = rig.model.nanos(random.nextInt(rig.model.size()));
      moves.add(millis(() -> rig.lookAt(instant)));
    }
    print("  scroll to anywhere, drawn", scrolls);
    print("  choose a row", choices);
    print("  move the playhead", moves);
  }

  private static void filter(PacketsRig rig, Scene scene, String text) {
    List<Double> slices = new ArrayList<>();
    slices.add(millis(() -> rig.model.filter(text)));
    while (rig.model.isFiltering()) {
      slices.add(
          millis(() -> {
            rig.model.filterSome(8_000_000);
            scene.getRoot().layout();
          }));
    }
    print("filter " + text + " (" + rig.model.size() + " match)", slices);
  }

  /// By the toolkit thread's own clock, so that a busy machine does not count.
  private static double millis(Runnable code) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    code.run();
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
  }

  private static void print(String what, List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-72s n=%d median %.1f ms, p95 %.1f, max %.1f, sum %.0f%n",
        what,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length - 1],
        Arrays.stream(sorted).sum());
  }
}
