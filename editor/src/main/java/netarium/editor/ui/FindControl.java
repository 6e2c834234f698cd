package netarium.editor.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import netarium.editor.lang.Search;
import netarium.editor.lang.Search.Match;
import netarium.editor.lang.Search.Outcome;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Finds and replaces: Ctrl+F, Ctrl+H, Enter and Shift+Enter, F3 and Shift+F3, Esc.
final class FindControl implements EditorComponent {
  /// More matches than these are found and counted, but not all coloured.
  private static final int COLOURED = 1_000;

  private final FindBar bar;
  private final CodeArea area;
  private Outcome.Found found = new Outcome.Found(List.of());
  private int from;
  private @Nullable LuaEditor editor;

  FindControl(FindBar bar, CodeArea area) {
    this.bar = bar;
    this.area = area;
  }

  @Override
  public Subscription installInto(LuaEditor into) {
    editor = into;
    bar.next.setOnAction(_ -> next());
    bar.previous.setOnAction(_ -> previous());
    bar.close.setOnAction(_ -> close());
    bar.replaceOne.setOnAction(_ -> replaceOne());
    bar.replaceAll.setOnAction(_ -> replaceAll());
    bar.isCase.setOnAction(_ -> searchAgain());
    bar.isWord.setOnAction(_ -> searchAgain());
    bar.isRegex.setOnAction(_ -> searchAgain());
    return Subscription.combine(
        bar.query.textProperty().subscribe((_, _) -> searchAgain()),
        into.onChange(_ -> textChanged()),
        into.filter(into, KeyEvent.KEY_PRESSED, event -> pressed(into, event)),
        into.topProperty().subscribe(_ -> unmarkUnlessOpen(into)),
        () -> {
          close();
          editor = null;
        });
  }

  private void pressed(LuaEditor into, KeyEvent event) {
    KeyCode code = event.getCode();
    boolean isPlain = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (isPlain && (code == KeyCode.F || code == KeyCode.H)) {
      open(code == KeyCode.H);
    } else if (!isOpen(into)) {
      return;
    } else if (code == KeyCode.ESCAPE) {
      close();
    } else if (code == KeyCode.F3
        || (code == KeyCode.ENTER && bar.query.equals(event.getTarget()))) {
      if (event.isShiftDown()) {
        previous();
      } else {
        next();
      }
    } else if (code == KeyCode.ENTER && bar.replacement.equals(event.getTarget())) {
      replaceOne();
    } else {
      return;
    }
    event.consume();
  }

  private boolean isOpen(LuaEditor into) {
    return bar.equals(into.getTop());
  }

  void open(boolean isReplacing) {
    LuaEditor into = editor;
    if (into == null) {
      return;
    }
    bar.setReplacing(isReplacing);
    into.setTop(bar);
    from = area.getSelection().getStart();
    String selected = area.getSelectedText();
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      bar.query.setText(selected);
    }
    search();
    bar.query.requestFocus();
    bar.query.selectAll();
  }

  void close() {
    LuaEditor into = editor;
    if (into != null && isOpen(into)) {
      into.setTop(null);
      into.requestFocus();
    }
  }

  /// Another bar may have taken the place of this one.
  private void unmarkUnlessOpen(LuaEditor into) {
    if (!isOpen(into)) {
      into.decorate(this, "match", List.of());
    }
  }

  private void textChanged() {
    LuaEditor into = editor;
    if (into != null && isOpen(into)) {
      search();
    }
  }

  /// The query is another one: goes to its first match from where finding began.
  private void searchAgain() {
    search();
    found.from(from).ifPresent(this::select);
  }

  private void search() {
    LuaEditor into = editor;
    if (into == null) {
      return;
    }
    switch (Search.all(bar.query(), into.text())) {
      case Outcome.Found matches -> {
        found = matches;
        showCount();
      }
      case Outcome.Refused refused -> {
        found = new Outcome.Found(List.of());
        bar.showRefused(refused.why() == Search.Why.TOO_SLOW);
      }
    }
    List<Match> all = found.matches();
    into.decorate(this, "match", all.subList(0, Math.min(COLOURED, all.size())));
  }

  private void next() {
    found.from(area.getSelection().getEnd()).ifPresent(this::select);
  }

  private void previous() {
    found.before(area.getSelection().getStart()).ifPresent(this::select);
  }

  private void select(Match match) {
    LuaEditor into = editor;
    if (into != null) {
      into.select(match.start(), match.end());
      from = match.start();
      showCount();
    }
  }

  private void showCount() {
    bar.showCount(selected().map(found.matches()::indexOf).orElse(-1), found.matches().size());
  }

  /// The match that is selected now.
  private Optional<Match> selected() {
    Match now = new Match(area.getSelection().getStart(), area.getSelection().getEnd());
    return found.matches().contains(now) ? Optional.of(now) : Optional.empty();
  }

  private void replaceOne() {
    LuaEditor into = editor;
    if (into != null) {
      selected()
          .flatMap(
              match -> Search.replace(bar.query(), into.text(), match, bar.replacement.getText()))
          .ifPresent(into::apply);
      next();
    }
  }

  private void replaceAll() {
    LuaEditor into = editor;
    if (into != null) {
      Search.replaceAll(bar.query(), into.text(), bar.replacement.getText()).ifPresent(into::apply);
    }
  }
}
