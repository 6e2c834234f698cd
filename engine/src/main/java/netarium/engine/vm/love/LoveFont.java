package netarium.engine.vm.love;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.screen.PixelFont;

/// The one font in some size, and what follows from it: how wide lines are and where they break.
record LoveFont(double size) {
  static final LoveFont PLAIN = new LoveFont(12);
  static final double MAX_SIZE = 1_000;

  double width(String text) {
    return text.lines().mapToDouble(line -> PixelFont.width(line, size)).max().orElse(0);
  }

  double lineHeight() {
    return PixelFont.lineHeight(size);
  }

  double baseline() {
    return PixelFont.baseline(size);
  }

  /// The lines of a text none of which is wider than `limit`, unless a single word is.
  List<String> wrap(String text, double limit) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      double blank = PixelFont.width(" ", size);
      double width = -blank;
      for (String word : paragraph.split(" ", -1)) {
        double wordWidth = PixelFont.width(word, size);
        if (width > 0 && width + blank + wordWidth > limit) {
          lines.add(line.toString());
          line.setLength(0);
          width = -blank;
        }
        line.append(width < 0 ? "" : " ").append(word);
        width += blank + wordWidth;
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
