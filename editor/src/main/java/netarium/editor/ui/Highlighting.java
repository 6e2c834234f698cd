package netarium.editor.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.util.Subscription;
import netarium.editor.lang.LuaText;
import netarium.editor.lang.Span;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Styles the lines that a change has touched, and no others.
final class Highlighting implements EditorComponent {
  private record Styled(int start, int end, String styleClass) {}

  private final CodeArea area;
  private final LuaText text;
  private final Decorations decorations = new Decorations(line -> restyle(line, line));
  private long restyledLines;
  private boolean isStyling;

  Highlighting(CodeArea area, LuaText text) {
    this.area = area;
    this.text = text;
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    Subscription changes =
        editor.onChange(change -> {
          decorations.follow(change);
          restyle(change.touched().first(), change.touched().last());
        });
    // Text replaced by the same text is no change, yet it comes without its styles.
    var same =
        area.richChanges()
            .filter(change -> !isStyling && change.toPlainTextChange().isIdentity())
            .subscribe(change ->
                restyle(text.lineAt(change.getPosition()), text.lineAt(change.getInsertionEnd())));
    return changes.and(same::unsubscribe);
  }

  Decorations decorations() {
    return decorations;
  }

  /// How many lines were styled since the start.
  long restyledLines() {
    return restyledLines;
  }

  private void restyle(int first, int last) {
    int start = text.startOf(first);
    int at = start;
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    for (int line = first; line <= last; line++) {
      addLine(spans, line, at);
      at += text.line(line).length() + 1;
      if (line < last) {
        spans.add(List.of(), 1);
      }
    }
    restyledLines += last - first + 1;
    if (at - 1 > start) {
      StyleSpans<Collection<String>> all = spans.create();
      isStyling = true;
      area.setStyleSpans(start, all);
      isStyling = false;
    }
  }

  private void addLine(StyleSpansBuilder<Collection<String>> spans, int line, int start) {
    int length = text.line(line).length();
    List<Styled> pieces = new ArrayList<>();
    for (Span span : text.spans(line)) {
      pieces.add(new Styled(span.start(), span.end(), span.kind().name().toLowerCase(Locale.ROOT)));
    }
    int tokens = pieces.size();
    decorations.forEachIn(
        start,
        start + length,
        (from, to, styleClass) -> pieces.add(new Styled(from - start, to - start, styleClass)));
    if (pieces.size() > tokens) {
      addLayered(spans, pieces, length);
      return;
    }
    int at = 0;
    for (Styled piece : pieces) {
      spans.add(List.of(), piece.start() - at);
      spans.add(List.of(piece.styleClass()), piece.end() - piece.start());
      at = piece.end();
    }
    spans.add(List.of(), length - at);
  }

  private static void addLayered(
      StyleSpansBuilder<Collection<String>> spans, List<Styled> pieces, int length) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
    for (Styled piece : pieces) {
      cuts.add(piece.start());
      cuts.add(piece.end());
    }
    int at = 0;
    for (int cut : cuts) {
      int from = at;
      List<String> classes =
          pieces.stream()
              .filter(piece -> piece.start() <= from && piece.end() > from)
              .map(Styled::styleClass)
              .toList();
      spans.add(classes, cut - from);
      at = cut;
    }
  }
}
