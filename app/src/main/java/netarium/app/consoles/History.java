package netarium.app.consoles;

import java.util.ArrayList;
import java.util.List;

/// What was typed at a console, to be had again.
final class History {
  private static final int KEPT = 200;

  private final List<String> lines = new ArrayList<>();
  private int at;
  private String draft = "";

  void add(String line) {
    if (!line.isEmpty() && (lines.isEmpty() || !lines.getLast().equals(line))) {
      lines.add(line);
      if (lines.size() > KEPT) {
        lines.removeFirst();
      }
    }
    at = lines.size();
    draft = "";
  }

  /// The line before; `now` is what stands in the field.
  String older(String now) {
    if (at == lines.size()) {
      draft = now;
    }
    at = Math.max(0, at - 1);
    return lines.isEmpty() ? now : lines.get(at);
  }

  /// The line after; at the end what was being typed.
  String newer(String now) {
    if (at >= lines.size()) {
      return now;
    }
    at++;
    return at == lines.size() ? draft : lines.get(at);
  }
}
