package netarium.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import netarium.app.canvas.Png;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;

/// Draws a tool without showing a window, into `target/pictures`, in both themes.
public final class ToolPicture {
  private static final Path FOLDER = Path.of("target", "pictures");

  private ToolPicture() {}

  /// `owners` are classes of the packages whose `tool.css` is needed. The view is made anew for
  /// each theme, and laid out before the picture is taken.
  public static void write(
      String name, int width, int height, List<Class<?>> owners, Function<Theme, Parent> view) {
    for (Theme theme : Theme.values()) {
      byte[] png =
          Toolkit.on(() -> {
            Scene scene = new Scene(view.apply(theme), width, height);
            theme.apply(scene);
            for (Class<?> owner : owners) {
              scene.getStylesheets().add(String.valueOf(owner.getResource("tool.css")));
            }
            scene.snapshot(null);
            return Png.encode(scene.snapshot(null));
          });
      try {
        Files.createDirectories(FOLDER);
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        Files.write(FOLDER.resolve(name + suffix), png);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
