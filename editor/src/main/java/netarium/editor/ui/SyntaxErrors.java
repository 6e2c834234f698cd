package netarium.editor.ui;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import javafx.util.Subscription;
import netarium.editor.lang.Diagnostic;
import netarium.editor.lang.Diagnostics;
import netarium.editor.lang.Search.Match;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// Checks the text a moment after the last change, away from the JavaFX thread, and shows what it
/// finds: underlined, marked in the gutter, told by a tooltip.
final class SyntaxErrors implements EditorComponent {
  private static final Duration PAUSE = Duration.millis(200);

  private final CodeArea area;
  private final ReadOnlyObjectWrapper<List<Diagnostic>> found =
      new ReadOnlyObjectWrapper<>(List.of());
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final Tooltip tooltip = new Tooltip();
  private Subscription marks = Subscription.EMPTY;
  private long revision;

  SyntaxErrors(CodeArea area) {
    this.area = area;
    tooltip.getStyleClass().add("editor-tooltip");
  }

  ReadOnlyObjectProperty<List<Diagnostic>> found() {
    return found.getReadOnlyProperty();
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    Subscription changes =
        editor.onChange(_ -> {
          revision++;
          tooltip.hide();
          pause.playFromStart();
        });
    pause.setOnFinished(_ -> checkAway(editor));
    area.setMouseOverTextDelay(java.time.Duration.ofMillis(400));
    var begin =
        editor.listen(
            area,
            MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
            event -> show(event.getCharacterIndex(), event.getScreenPosition()));
    var end = editor.listen(area, MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> tooltip.hide());
    return Subscription.combine(changes, begin, end, () -> uninstall(editor));
  }

  private void uninstall(LuaEditor editor) {
    revision++;
    pause.stop();
    tooltip.hide();
    area.setMouseOverTextDelay(null);
    report(editor, List.of());
  }

  private void checkAway(LuaEditor editor) {
    long checked = revision;
    String text = editor.text();
    Thread.ofVirtual()
        .name("syntax check")
        .start(() -> {
          List<Diagnostic> result = Diagnostics.of(text);
          Platform.runLater(() -> {
            if (checked == revision) {
              report(editor, result);
            }
          });
        });
  }

  void checkNow(LuaEditor editor) {
    pause.stop();
    revision++;
    report(editor, Diagnostics.of(editor.text()));
  }

  /// What was found is about another text.
  void clear(LuaEditor editor) {
    report(editor, List.of());
  }

  private void report(LuaEditor editor, List<Diagnostic> result) {
    marks.unsubscribe();
    marks = Subscription.EMPTY;
    for (Diagnostic each : result) {
      marks = marks.and(editor.markLine(each.line(), LineMark.ERROR, each.message()));
    }
    editor.decorate(
        this,
        "error",
        result.stream().map(d -> new Match(d.offset(), d.offset() + d.length())).toList());
    found.set(result);
  }

  private void show(int offset, Point2D at) {
    for (Diagnostic each : found.get()) {
      if (offset >= each.offset() && offset < each.offset() + each.length()) {
        tooltip.setText(each.message());
        tooltip.show(area, at.getX(), at.getY() + 16);
      }
    }
  }
}
