package netarium.engine.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The font of all simulated screens: each character a small drawing of squares.
///
/// At size 12 a square is one pixel. A line is [#LINE_ROWS] squares high, of which a capital letter
/// takes seven.
public final class PixelFont {
  /// The size in pixels at which a square is one pixel.
  private static final double PLAIN_SIZE = 12;

  /// From the top of a line to the top of its capital letters, in squares.
  private static final int ABOVE = 3;

  private static final int LINE_ROWS = 14;
  private static final int MISSING = 0xfffd;
  private static final PixelFont BUNDLED = read("font.txt");

  private final Map<Integer, List<String>> characters;
  private final List<String> missing;

  private PixelFont(Map<Integer, List<String>> characters) {
    this.characters = characters;
    this.missing = characters.getOrDefault(MISSING, List.of());
  }

  static PixelFont bundled() {
    return BUNDLED;
  }

  /// Receives rows of squares: they begin at `x`, `y` and are `length` long.
  @FunctionalInterface
  interface Runs {
    void run(int x, int y, int length);
  }

  /// How large a square is in a font of so many pixels.
  static double unit(double size) {
    return size / PLAIN_SIZE;
  }

  /// How high a line is in a font of so many pixels.
  public static double lineHeight(double size) {
    return LINE_ROWS * unit(size);
  }

  /// From the top of a line to the feet of its letters.
  public static double baseline(double size) {
    return (ABOVE + 7) * unit(size);
  }

  /// How wide one line of text is in a font of so many pixels.
  public static double width(String line, double size) {
    int squares = 0;
    for (int point : line.codePoints().toArray()) {
      squares += BUNDLED.character(point).getFirst().length() + 1;
    }
    return squares * unit(size);
  }

  /// The squares of lines of text, the first line's upper left corner being 0, 0.
  void runs(String text, Runs runs) {
    int x = 0;
    int y = ABOVE;
    for (int point : text.codePoints().toArray()) {
      if (point == '\n') {
        x = 0;
        y += LINE_ROWS;
        continue;
      }
      List<String> rows = character(point);
      for (int row = 0; row < rows.size(); row++) {
        runs(rows.get(row), x, y + row, runs);
      }
      x += rows.getFirst().length() + 1;
    }
  }

  private static void runs(String row, int x, int y, Runs runs) {
    int from = row.indexOf('#');
    while (from >= 0) {
      int to = from;
      while (to < row.length() && row.charAt(to) == '#') {
        to++;
      }
      runs.run(x + from, y, to - from);
      from = row.indexOf('#', to);
    }
  }

  private List<String> character(int point) {
    @Nullable List<String> rows = characters.get(point);
    return rows == null ? missing : rows;
  }

  private static PixelFont read(String name) {
    try (InputStream in = PixelFont.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("invariant broken: the font is bundled: " + name);
      }
      Map<Integer, List<String>> characters = new TreeMap<>();
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          List<String> words = List.of(line.split(" ", -1));
          characters.put(
              Integer.parseInt(words.getFirst(), 16),
              new ArrayList<>(words.subList(1, words.size())));
        }
      }
      return new PixelFont(characters);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled font cannot be read", e);
    }
  }
}
