package netarium.app.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Glyph;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @Test
  void paintedColours_areThoseOfTheStyleSheet() throws IOException {
    for (Theme theme : Theme.values()) {
      Map<String, Color> tokens = tokens(theme.name().toLowerCase(Locale.ROOT) + ".css");
      Palette palette = theme.palette();
      assertEquals(tokens.get("-color-bg-default"), palette.canvas());
      assertEquals(tokens.get("-color-bg-subtle"), palette.subtle());
      assertEquals(tokens.get("-color-border-default"), palette.border());
      assertEquals(tokens.get("-color-fg-default"), palette.text());
      assertEquals(tokens.get("-color-fg-muted"), palette.textMuted());
      assertEquals(tokens.get("-color-accent-fg"), palette.accent());
      assertEquals(tokens.get("-color-success-fg"), palette.success());
      assertEquals(tokens.get("-color-danger-fg"), palette.danger());
      assertEquals(tokens.get("-netarium-canvas-dots"), palette.dots());
      assertEquals(tokens.get("-netarium-http"), palette.glyph(Glyph.HTTP).ink());
      assertEquals(tokens.get("-netarium-websocket"), palette.glyph(Glyph.WEB_SOCKET).ink());
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

  private static Map<String, Color> tokens(String file) throws IOException {
    try (InputStream in = Theme.class.getResourceAsStream(file)) {
      assertTrue(in != null, file);
      Map<String, Color> tokens = new LinkedHashMap<>();
      Pattern.compile("(-[a-z-]+): (#[0-9a-f]+);")
          .matcher(new String(in.readAllBytes(), UTF_8))
          .results()
          .forEach(each -> tokens.put(each.group(1), Color.web(each.group(2))));
      return tokens;
    }
  }
}
