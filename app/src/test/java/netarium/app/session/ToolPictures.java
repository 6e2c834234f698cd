package netarium.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import netarium.app.canvas.Png;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;

/// Pictures of tools in both themes, without a window, into `target/pictures`. Run by hand, and
/// looked at.
public final class ToolPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private ToolPictures() {}

  /// Draws what `tool` makes, with the style sheets beside these classes.
  public static void write(
      String name, int width, int height, Supplier<Region> tool, Class<?>... styledBy) {
    for (Theme theme : Theme.values()) {
      write(name, theme, width, height, tool, styledBy);
    }
  }

  /// As above, in one theme.
  public static void write(
      String name,
      Theme theme,
      int width,
      int height,
      Supplier<Region> tool,
      Class<?>... styledBy) {
    byte[] png = Toolkit.on(() -> picture(theme, width, height, tool, styledBy));
    try {
      Files.createDirectories(FOLDER);
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      Files.write(FOLDER.resolve(name + suffix), png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture(
      Theme theme, int width, int height, Supplier<Region> tool, Class<?>[] styledBy) {
    Region region = tool.get();
    Scene scene = new Scene(region, width, height);
    theme.apply(scene);
    for (Class<?> each : styledBy) {
      scene.getStylesheets().add(each.getResource("tool.css").toExternalForm());
    }
    region.applyCss();
    region.layout();
    scene.snapshot(null);
    return Png.encode(scene.snapshot(null));
  }
}
