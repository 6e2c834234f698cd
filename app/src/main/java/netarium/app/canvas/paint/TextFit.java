package netarium.app.canvas.paint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide text is, and how to make it fit. Remembers what it measured: names are drawn often and
/// change seldom. Toolkit thread only.
public final class TextFit {
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<Key, Double> widths = new LinkedHashMap<>();
  private final Text probe = new Text();

  private record Key(String text, Font font) {}

  public double width(String text, Font font) {
    if (widths.size() > MOST_REMEMBERED) {
      widths.clear();
    }
    return widths.computeIfAbsent(
        new Key(text, font),
        _ -> {
          probe.setFont(font);
          probe.setText(text);
          return probe.getLayoutBounds().getWidth();
        });
  }

  /// The text, or as much of its beginning as fits, with an ellipsis.
  public String fitted(String text, Font font, double room) {
    if (text.isEmpty() || width(text, font) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + "…", font) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.substring(0, low).stripTrailing() + "…";
  }

  /// A line cut between words.
  public List<String> wrapped(String line, Font font, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      String longer = current.isEmpty() ? word : current + " " + word;
      if (!current.isEmpty() && width(longer, font) > room) {
        lines.add(current.toString());
        current.setLength(0);
        current.append(word);
      } else {
        current.setLength(0);
        current.append(longer);
      }
    }
    lines.add(fitted(current.toString(), font, room));
    return lines;
  }
}
