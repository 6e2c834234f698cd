package netarium.editor.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import netarium.editor.lang.LuaText;
import netarium.editor.lang.Search.Match;

/// Style classes on top of the highlighting: errors, matches, brackets. They move with the text
/// until their owner sets them anew; one whose text was changed goes away.
final class Decorations {
  private record Layer(String styleClass, List<Match> places) {}

  private final Map<Object, Layer> layers = new LinkedHashMap<>();
  private final IntConsumer restyleLine;

  Decorations(IntConsumer restyleLine) {
    this.restyleLine = restyleLine;
  }

  /// Replaces what `owner` had set and restyles the lines that show a difference.
  void set(Object owner, String styleClass, List<Match> places, LuaText text) {
    Layer before = layers.get(owner);
    List<Match> old = before == null ? List.of() : before.places();
    if (old.equals(places)) {
      return;
    }
    if (places.isEmpty()) {
      layers.remove(owner);
    } else {
      layers.put(owner, new Layer(styleClass, List.copyOf(places)));
    }
    TreeSet<Integer> lines = new TreeSet<>();
    addLines(old, text, lines);
    addLines(places, text, lines);
    lines.forEach(restyleLine::accept);
  }

  private static void addLines(List<Match> places, LuaText text, TreeSet<Integer> lines) {
    for (Match place : places) {
      int last = text.lineAt(place.end());
      for (int line = text.lineAt(place.start()); line <= last; line++) {
        lines.add(line);
      }
    }
  }

  void follow(TextChange change) {
    int end = change.offset() + change.removed().length();
    layers.replaceAll((owner, layer) -> {
      List<Match> moved = new ArrayList<>();
      for (Match place : layer.places()) {
        if (place.end() <= change.offset()) {
          moved.add(place);
        } else if (place.start() >= end) {
          moved.add(new Match(change.moved(place.start()), change.moved(place.end())));
        }
      }
      return new Layer(layer.styleClass(), moved);
    });
  }

  /// Calls `found` for all that reaches into `start` to `end`, which is no more than one line.
  void forEachIn(int start, int end, Found found) {
    for (Layer layer : layers.values()) {
      for (Match place : layer.places()) {
        if (place.start() < end && place.end() > start) {
          found.at(Math.max(place.start(), start), Math.min(place.end(), end), layer.styleClass());
        }
      }
    }
  }

  interface Found {
    void at(int start, int end, String styleClass);
  }
}
