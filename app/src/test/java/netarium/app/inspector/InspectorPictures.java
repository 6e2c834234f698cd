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
import netarium.app.theme.Theme;

/// Draws the inspector without a window, into `target/pictures`. Run by hand, and looked at.
final class InspectorPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private InspectorPictures() {}

  static void main() throws IOException {
    Files.createDirectories(FOLDER);
    SampleRun hello = SampleRun.of("hello-http");
    SampleRun lossy = LossyRun.run();
    for (Theme theme : Theme.values()) {
      write(
          "inspector-response",
          theme,
          Locale.ENGLISH,
          lossy,
          352,
          520,
          rig -> {
            rig.select("http.response", 0);
            rig.model
                .dissection()
                .flatMap(d -> d.field("http.response.line"))
                .ifPresent(rig.model::mark);
          },
          false);
      write(
          "inspector-syn",
          theme,
          Locale.GERMAN,
          hello,
          352,
          640,
          rig -> {
            rig.select("tcp.flags.syn", 0);
            rig.model
                .dissection()
                .flatMap(d -> d.field("tcp.options.mss_val"))
                .ifPresent(rig.model::mark);
          },
          false);
      write(
          "inspector-ack-wide",
          theme,
          Locale.ENGLISH,
          lossy,
          560,
          520,
          rig -> rig.select("tcp.analysis.duplicate_ack", 2),
          false);
      write(
          "inspector-dropped-why",
          theme,
          Locale.ENGLISH,
          lossy,
          352,
          520,
          rig -> {
            rig.select("dropped", 0);
            int row = rig.packets.frames().rowOf(rig.selection.event());
            rig.selection.selectEvent(
                rig.packets.frames().sent(rig.packets.frames().next(row)).ordinal());
          },
          true);
      write(
          "inspector-retransmission-why",
          theme,
          Locale.GERMAN,
          lossy,
          352,
          520,
          rig -> rig.select("tcp.analysis.retransmission", 0),
          true);
      write(
          "inspector-variables",
          theme,
          Locale.ENGLISH,
          lossy,
          352,
          520,
          rig ->
              lossy.events().stream()
                  .filter(e ->
                      e instanceof netarium.engine.trace.SimEvent.TcpVariables v
                          && v.why().equals("fast-retransmit"))
                  .findFirst()
                  .ifPresent(e -> rig.selection.selectEvent(e.ordinal())),
          false);
      write(
          "inspector-arp",
          theme,
          Locale.ENGLISH,
          hello,
          352,
          520,
          rig -> rig.select("arp", 1),
          false);
      write("inspector-empty", theme, Locale.ENGLISH, hello, 352, 400, rig -> {}, false);
    }
    Platform.exit();
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
          Scene scene = InspectorRig.scene(view, theme, width, height);
          rig.play(run);
          choose.accept(rig);
          if (rig.model.row() >= 0) {
            var sent = rig.packets.frames().sent(rig.model.row());
            rig.remote.playhead().moveTo((sent.departs().nanos() + sent.arrives().nanos()) / 2);
          }
          if (isWhy) {
            view.showWhy();
          }
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return Png.encode(scene.snapshot(null));
        });
    Files.write(FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"), png);
  }
}
