package netarium.app.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import netarium.app.canvas.Toolkit;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void token_isWrittenOnceInATheme_andInBothThemes() throws IOException {
    List<Set<String>> names = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      List<String> written = new ArrayList<>();
      for (String sheet : theme.tokens()) {
        written.addAll(defined(read(sheet)));
      }
      Set<String> once = new TreeSet<>(written);
      assertEquals(once.size(), written.size(), () -> "twice in " + theme + ": " + written);
      names.add(once);
    }
    assertEquals(names.getFirst(), names.getLast());
  }

  @Test
  void colour_thatASheetLooksUp_isDefined() throws IOException {
    Theme theme = Theme.DARK;
    Set<String> defined = new TreeSet<>();
    for (String sheet : theme.stylesheets()) {
      defined.addAll(defined(read(sheet)));
    }
    for (Path sheet : toolSheets()) {
      String text = Files.readString(sheet);
      defined.addAll(defined(text));
      LOOKED_UP
          .matcher(text)
          .results()
          .map(MatchResult::group)
          .forEach(name -> assertTrue(defined.contains(name), sheet + " looks up " + name));
    }
  }

  @Test
  void sheetOfATool_hasNoColourOfATokenWrittenOut() throws IOException {
    for (Path sheet : toolSheets()) {
      for (Theme theme : Theme.values()) {
        Tokens.of(List.of(sheet.toUri().toString()))
            .colors()
            .forEach((name, color) ->
                assertFalse(
                    Tokens.of(theme.tokens()).colors().containsKey(name),
                    sheet + " writes " + name + " again"));
      }
    }
  }

  private static final Pattern LOOKED_UP = Pattern.compile("-(netarium|editor|lua)-[a-z0-9-]+");

  private static List<String> defined(String sheet) {
    return Pattern.compile("(-[a-z0-9-]+): ")
        .matcher(sheet)
        .results()
        .map(each -> each.group(1))
        .filter(name -> !name.startsWith("-fx-"))
        .toList();
  }

  private static List<Path> toolSheets() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/resources/netarium/app"))) {
      return all.filter(each -> each.endsWith("tool.css")).sorted().toList();
    }
  }

  private static String read(String sheet) throws IOException {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void text_reachesTheContrastOfPlainReading() {
    for (Theme theme : Theme.values()) {
      Palette palette = theme.palette();
      for (Color text : new Color[] {palette.text(), palette.textMuted(), palette.textSubtle()}) {
        assertTrue(contrast(text, palette.canvas()) >= 4.5, theme + " " + text);
        assertTrue(contrast(text, palette.card()) >= 4.5, theme + " " + text);
      }
    }
  }

  @Test
  void fonts_areTheBundledOnes() {
    assertEquals("Inter", Toolkit.on(() -> new Fonts().text(12).getFamily()));
    assertEquals("JetBrains Mono", Toolkit.on(() -> new Fonts().mono(12).getFamily()));
    assertEquals(17.0, Toolkit.on(() -> new Fonts().icon(17).getSize()));
  }

  @Test
  void fontOfASheet_isAFaceThatIsThere() throws IOException {
    Toolkit.on(Fonts::new);
    for (Path sheet : toolSheets()) {
      Pattern.compile("-fx-font-family: \"([^\"]+)\"")
          .matcher(Files.readString(sheet))
          .results()
          .map(each -> each.group(1))
          .forEach(name -> {
            Font font = Toolkit.on(() -> Font.font(name, 12));
            boolean isThere = font.getFamily().equals(name) || font.getName().equals(name);
            assertTrue(isThere, sheet + " names " + name + ", which is " + font.getName());
          });
    }
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
