package netarium.app.packets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import netarium.app.LossyRun;
import netarium.app.canvas.Png;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;

/// Draws the list of packets without a window, into `target/pictures`. Run by hand, and looked at.
final class PacketsPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private PacketsPictures() {}

  static void main() throws IOException {
    Files.createDirectories(FOLDER);
    SampleRun hello = SampleRun.of("hello-http");
    SampleRun lossy = LossyRun.run();
    for (Theme theme : Theme.values()) {
      write(
          "packets-hello", hello, theme, 62_000_000, "ip.addr == 10.0.1.3 && !arp", Locale.ENGLISH);
      write("packets-lossy", lossy, theme, 320_000_000, "", Locale.ENGLISH);
      write(
          "packets-lossy-noted",
          lossy,
          theme,
          900_000_000,
          "tcp.analysis || dropped",
          Locale.GERMAN);
      write(
          "packets-wrong",
          hello,
          theme,
          900_000_000,
          "ip.addr == 10.0.1.3 && tpc.port == 80",
          Locale.ENGLISH);
      write("packets-none", hello, theme, 900_000_000, "udp", Locale.ENGLISH);
      write("packets-empty", null, theme, 0, "", Locale.ENGLISH);
    }
    Platform.exit();
  }

  private static void write(
      String name,
      @org.jspecify.annotations.Nullable SampleRun run,
      Theme theme,
      long instant,
      String filter,
      Locale locale)
      throws IOException {
    byte[] png = Toolkit.on(() -> Png.encode(picture(run, theme, instant, filter, locale)));
    Files.write(FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"), png);
  }

  private static WritableImage picture(
      @org.jspecify.annotations.Nullable SampleRun run,
      Theme theme,
      long instant,
      String filter,
      Locale locale) {
    PacketsRig rig = new PacketsRig(locale);
    rig.view.theme(theme);
    Scene scene = rig.scene(theme, 1170, 290);
    if (run != null) {
      rig.play(run);
      rig.lookAt(instant);
      rig.model.filter(filter);
      while (rig.model.filterSome(1_000_000_000)) {}
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      int newest = rig.model.lastBy(instant);
      if (newest > 2) {
        rig.selection.selectEvent(rig.model.row(newest - 1).ordinal());
      }
    }
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    rig.model.caughtUp();
    if (rig.view.lookup(".text-field") instanceof TextField field) {
      field.end();
    }
    return scene.snapshot(null);
  }
}
