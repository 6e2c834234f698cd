package netarium.app.inspector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import netarium.app.LossyRun;
import netarium.app.canvas.Png;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.packets.FrameTable;
import netarium.app.theme.Theme;
import netarium.engine.trace.SimEvent.TcpVariables;

/// Draws the inspector without a window, into `target/pictures`. Run by hand, and looked at.
final class InspectorPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private InspectorPictures() {}

  static void main() throws IOException {
    Files.createDirectories(FOLDER);
    SampleRun hello = SampleRun.of("hello-http");
    SampleRun lossy = LossyRun.run();
    for (Theme theme : Theme.values()) {
      frames(theme, hello, lossy);
      events(theme, hello, lossy);
    }
    Platform.exit();
  }

  private static void frames(Theme theme, SampleRun hello, SampleRun lossy) throws IOException {
    Consumer<InspectorRig> response =
        rig -> {
          rig.select("http.response", 0);
          mark(rig, "http.response.line");
        };
    write("inspector-response", theme, Locale.ENGLISH, lossy, 352, 520, response, false);
    Consumer<InspectorRig> syn =
        rig -> {
          rig.select("tcp.flags.syn", 0);
          mark(rig, "tcp.options.mss_val");
        };
    write("inspector-syn", theme, Locale.GERMAN, hello, 352, 640, syn, false);
    Consumer<InspectorRig> ack = rig -> rig.select("tcp.analysis.duplicate_ack", 2);
    write("inspector-ack-wide", theme, Locale.ENGLISH, lossy, 560, 520, ack, false);
    Consumer<InspectorRig> arp = rig -> rig.select("arp", 1);
    write("inspector-arp", theme, Locale.ENGLISH, hello, 352, 520, arp, false);
  }

  private static void events(Theme theme, SampleRun hello, SampleRun lossy) throws IOException {
    Consumer<InspectorRig> dropped =
        rig -> {
          rig.select("dropped", 0);
          FrameTable frames = rig.packets.frames();
          int row = frames.next(frames.rowOf(rig.selection.event()));
          rig.selection.selectEvent(frames.sent(row).ordinal());
        };
    write("inspector-dropped-why", theme, Locale.ENGLISH, lossy, 352, 520, dropped, true);
    Consumer<InspectorRig> again = rig -> rig.select("tcp.analysis.retransmission", 0);
    write("inspector-retransmission-why", theme, Locale.GERMAN, lossy, 352, 520, again, true);
    Consumer<InspectorRig> variables =
        rig ->
            lossy.events().stream()
                .filter(TcpVariables.class::isInstance)
                .findFirst()
                .ifPresent(rig.model::select);
    write("inspector-variables", theme, Locale.ENGLISH, lossy, 352, 520, variables, false);
    write("inspector-empty", theme, Locale.ENGLISH, hello, 352, 400, _ -> {}, false);
  }

  private static void mark(InspectorRig rig, String key) {
    rig.model.dissection().flatMap(d -> d.field(key)).ifPresent(rig.model::mark);
  }

  private static void write(
      String name,
      Theme theme,
      Locale locale,
      SampleRun run,
      int width,
      int height,
      Consumer<InspectorRig> choose,
      boolean isWhy)
      throws IOException {
    byte[] png =
        Toolkit.on(() -> {
          InspectorRig rig = new InspectorRig();
          InspectorView view = rig.view(locale, theme);
          Scene scene = InspectorRig.scene(isWhy ? view.whyPage() : view, theme, width, height);
          rig.play(run);
          choose.accept(rig);
          if (rig.model.row() >= 0) {
            var sent = rig.packets.frames().sent(rig.model.row());
            rig.remote.playhead().moveTo((sent.departs().nanos() + sent.arrives().nanos()) / 2);
          }
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return Png.encode(scene.snapshot(null));
        });
    Files.write(FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"), png);
  }
}
