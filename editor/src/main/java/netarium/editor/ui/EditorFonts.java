package netarium.editor.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// JetBrains Mono, which comes with the editor so that it looks the same everywhere.
public final class EditorFonts {
  public static final String FAMILY = "JetBrains Mono";

  private static final List<String> FILES =
      List.of("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf", "JetBrainsMono-Italic.ttf");

  private EditorFonts() {}

  /// Makes the family known to JavaFX; doing so again changes nothing.
  public static void load() {
    for (String file : FILES) {
      try (InputStream font = EditorTheme.resource("fonts/" + file).openStream()) {
        if (Font.loadFont(font, 13) == null) {
          throw new IllegalStateException("packed font can be read: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
