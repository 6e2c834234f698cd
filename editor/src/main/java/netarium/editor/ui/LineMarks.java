package netarium.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// The marked lines of one text, from 0. They stay with their lines while the text changes.
final class LineMarks {
  private static final class Marked {
    private final LineMark mark;
    private final String message;
    private int line;

    Marked(int line, LineMark mark, String message) {
      this.line = line;
      this.mark = mark;
      this.message = message;
    }
  }

  private final List<Marked> all = new ArrayList<>();
  private final IntConsumer refreshLine;

  LineMarks(IntConsumer refreshLine) {
    this.refreshLine = refreshLine;
  }

  Subscription add(int line, LineMark mark, String message) {
    Marked marked = new Marked(line, mark, message);
    all.add(marked);
    refreshLine.accept(line);
    return () -> {
      if (all.remove(marked)) {
        refreshLine.accept(marked.line);
      }
    };
  }

  /// `column` is where in its line the change begins.
  void follow(TextChange change, int column, int lines) {
    int first = change.touched().first();
    int added = change.addedLines();
    if (added == 0) {
      return;
    }
    int firstMoved = column == 0 && change.removed().isEmpty() ? first : first + 1;
    for (Marked marked : all) {
      int old = marked.line;
      if (old >= firstMoved) {
        marked.line = Math.clamp((long) old + added, first, lines - 1);
      }
      refreshLine.accept(Math.min(old, lines - 1));
      refreshLine.accept(marked.line);
    }
  }

  List<LineMark> of(int line) {
    return in(line).map(marked -> marked.mark).toList();
  }

  /// What the mark of a line has to say.
  Optional<String> message(int line) {
    return in(line).map(marked -> marked.message).filter(text -> !text.isEmpty()).findFirst();
  }

  private Stream<Marked> in(int line) {
    return all.stream().filter(marked -> marked.line == line);
  }
}
