package netarium.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;

/// The fonts that come with the program, so that it looks the same everywhere: Inter for words,
/// JetBrains Mono for what is counted or lines up, Material Design icons. Toolkit thread only.
public final class Fonts {
  private static final String ICONS =
      "/META-INF/resources/materialdesign2/7.4.47/fonts/materialdesignicons-webfont.ttf";
  private static final Map<Face, Font> LOADED = new LinkedHashMap<>();
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  private record Face(String file, double size) {}

  private Fonts() {}

  /// Makes all faces known to style sheets, by `Inter` and `JetBrains Mono`.
  public static void load() {
    text(12);
    medium(12);
    strong(12);
    mono(12);
    monoStrong(12);
  }

  public static Font text(double size) {
    return font("Inter-Regular.otf", size);
  }

  public static Font medium(double size) {
    return font("Inter-Medium.otf", size);
  }

  public static Font strong(double size) {
    return font("Inter-SemiBold.otf", size);
  }

  public static Font mono(double size) {
    return font("JetBrainsMono-Regular.ttf", size);
  }

  public static Font monoStrong(double size) {
    return font("JetBrainsMono-SemiBold.ttf", size);
  }

  /// The face that holds all icons; one is drawn as the text of its code point.
  public static Font icon(double size) {
    return font(ICONS, size);
  }

  /// A face is read once; its other sizes are found by its name.
  private static Font font(String file, double size) {
    return LOADED.computeIfAbsent(
        new Face(file, size), _ -> new Font(NAMES.computeIfAbsent(file, Fonts::nameOf), size));
  }

  private static String nameOf(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      Font font = in == null ? null : Font.loadFont(in, 12);
      if (font == null) {
        throw new IllegalStateException("invariant broken: the program contains " + file);
      }
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
