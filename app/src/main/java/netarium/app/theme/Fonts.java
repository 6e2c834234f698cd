package netarium.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import netarium.editor.ui.EditorFonts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The fonts that come with the program, so that it looks the same everywhere: Inter for words,
/// JetBrains Mono for what is counted or lines up, Material Design icons. Toolkit thread only.
public final class Fonts {
  private final Map<Face, Map<Double, Font>> sizes = new LinkedHashMap<>();

  /// A font file, by the class beside which it lies, and the name that its face has in JavaFX.
  private enum Face {
    TEXT(Fonts.class, "Inter-Regular.otf", "Inter Regular"),
    MEDIUM(Fonts.class, "Inter-Medium.otf", "Inter Medium"),
    STRONG(Fonts.class, "Inter-SemiBold.otf", "Inter Semi Bold"),
    MONO(EditorFonts.class, "fonts/JetBrainsMono-Regular.ttf", "JetBrains Mono Regular"),
    MONO_STRONG(EditorFonts.class, "fonts/JetBrainsMono-SemiBold.ttf", "JetBrains Mono SemiBold"),
    ICON(
        MaterialDesignA.class,
        "/META-INF/resources/materialdesign2/7.4.47/fonts/materialdesignicons-webfont.ttf",
        "Material Design Icons");

    private final Class<?> home;
    private final String file;
    private final String name;

    Face(Class<?> home, String file, String name) {
      this.home = home;
      this.file = file;
      this.name = name;
    }
  }

  /// Makes all faces known to the toolkit and to style sheets, by `Inter` and `JetBrains Mono`.
  /// Faces that it knows already are not read again.
  public Fonts() {
    for (Face face : Face.values()) {
      if (!isKnown(face)) {
        load(face);
      }
    }
  }

  private static boolean isKnown(Face face) {
    return new Font(face.name, 12).getName().equals(face.name);
  }

  private static void load(Face face) {
    try (InputStream in = face.home.getResourceAsStream(face.file)) {
      Font font = in == null ? null : Font.loadFont(in, 12);
      if (font == null || !font.getName().equals(face.name)) {
        throw new IllegalStateException(
            "invariant broken: the program contains " + face.file + " as " + face.name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Font text(double size) {
    return font(Face.TEXT, size);
  }

  public Font medium(double size) {
    return font(Face.MEDIUM, size);
  }

  public Font strong(double size) {
    return font(Face.STRONG, size);
  }

  public Font mono(double size) {
    return font(Face.MONO, size);
  }

  public Font monoStrong(double size) {
    return font(Face.MONO_STRONG, size);
  }

  /// The face that holds all icons; one is drawn as the text of its code point.
  public Font icon(double size) {
    return font(Face.ICON, size);
  }

  private Font font(Face face, double size) {
    return sizes
        .computeIfAbsent(face, _ -> new LinkedHashMap<>())
        .computeIfAbsent(size, wanted -> new Font(face.name, wanted));
  }
}
