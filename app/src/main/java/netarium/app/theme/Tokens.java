package netarium.app.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours that style sheets give names to, for what is painted and not styled: a colour is
/// written down once, in a sheet.
record Tokens(Map<String, Color> colors) {
  private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): *(#[0-9a-fA-F]{6,8});");

  /// Of several sheets, by their addresses; a later one has the last word, as on the screen.
  static Tokens of(List<String> sheets) {
    Map<String, Color> colors = new LinkedHashMap<>();
    for (String sheet : sheets) {
      TOKEN
          .matcher(text(sheet))
          .results()
          .forEach(each -> colors.put(each.group(1), Color.web(each.group(2))));
    }
    return new Tokens(colors);
  }

  private static String text(String sheet) {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Color color(String name) {
    Color color = colors.get(name);
    if (color == null) {
      throw new IllegalStateException("invariant broken: a sheet has " + name);
    }
    return color;
  }

  /// Whether dark text stands on a bright ground.
  boolean isLight() {
    return color("-color-bg-default").getBrightness() > 0.5;
  }
}
