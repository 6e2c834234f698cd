package netarium.editor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.util.Subscription;
import netarium.editor.lang.Diagnostic;
import netarium.editor.lang.Edit;
import org.junit.jupiter.api.Test;

class ErrorsAndMarksTest extends FxTest {
  private static final String NO_STATEMENT =
      "syntax error near 'y' – a statement is a call or an assignment";

  @Test
  void error_showsAMomentAfterTyping_andGoesWhenMended() {
    open("x = 1\ny = 2");
    type(6, 6, "z ");
    List<Diagnostic> found = nextDiagnostics("z y");
    assertEquals(NO_STATEMENT, found.getFirst().message());
    assertEquals(2, found.getFirst().line());
    assertTrue(onFx(() -> editor.area().getStyleOfChar(8).contains("error")));
    assertEquals(List.of(LineMark.ERROR), editor.marks().of(1));
    assertEquals(NO_STATEMENT, editor.marks().message(1).orElseThrow());
    type(6, 8, "");
    run(editor::checkNow);
    assertEquals(List.of(), editor.diagnostics());
    assertFalse(onFx(() -> editor.area().getStyleOfChar(6).contains("error")));
    assertEquals(List.of(), editor.marks().of(1));
  }

  @Test
  void underline_movesWithTheTextUntilChecked() {
    open("x y");
    run(editor::checkNow);
    type(0, 0, "a = 1\n");
    assertTrue(onFx(() -> editor.area().getStyleOfChar(8).contains("error")));
    assertEquals(List.of(LineMark.ERROR), editor.marks().of(1));
    assertEquals(List.of(), editor.marks().of(0));
  }

  @Test
  void markedLine_keepsItsMarkWhileLinesComeAndGo() {
    open("a()\nb()\nc()\nd()");
    Subscription handle = onFx(() -> editor.markLine(3, LineMark.STOPPED, "here"));
    assertEquals(List.of("mark-stopped"), paragraphStyle(2));
    type(0, 0, "new()\n");
    assertEquals(List.of(LineMark.STOPPED), editor.marks().of(3));
    assertEquals(List.of("mark-stopped"), paragraphStyle(3));
    type(0, 10, "");
    assertEquals(List.of(LineMark.STOPPED), editor.marks().of(1));
    run(handle::unsubscribe);
    assertEquals(List.of(), paragraphStyle(1));
    assertEquals(List.of(), editor.marks().of(1));
  }

  @Test
  void markOutOfSight_isThereWhenRevealed() {
    open("a()\n".repeat(2_000));
    Subscription handle = onFx(() -> editor.markLine(1_500, LineMark.FAILED, "attempt to call"));
    type(0, 0, "b()\n");
    assertEquals(List.of(LineMark.FAILED), editor.marks().of(1_500));
    assertEquals("attempt to call", editor.marks().message(1_500).orElseThrow());
    run(() -> editor.reveal(1_501));
    assertEquals(List.of("mark-failed"), paragraphStyle(1_500));
    assertFalse(editor.lookupAll(".gutter.mark-failed").isEmpty(), "the gutter shows it");
    run(handle::unsubscribe);
    assertTrue(onFx(() -> editor.lookupAll(".gutter.mark-failed")).isEmpty());
  }

  @Test
  void disposedEditor_listensNoMore() {
    open("x y");
    run(editor::checkNow);
    run(editor::dispose);
    assertEquals(List.of(), editor.diagnostics());
    assertEquals(List.of(), editor.marks().of(0));
    assertEquals(0, editor.listeners());
  }

  @Test
  void splitLine_isMarkedOnce() {
    open("a()\nbc()\nd()");
    Subscription handle = onFx(() -> editor.markLine(2, LineMark.FAILED, ""));
    type(6, 6, "\n");
    assertEquals(List.of("mark-failed"), paragraphStyle(1));
    assertEquals(List.of(), paragraphStyle(2));
    run(handle::unsubscribe);
    assertEquals(List.of(), paragraphStyle(1));
  }

  @Test
  void lineOutsideTheText_isItsNearest() {
    open("a()\nb()");
    run(() -> editor.reveal(99));
    assertEquals(2, editor.caretProperty().get().line());
    Subscription handle = onFx(() -> editor.markLine(99, LineMark.FAILED, ""));
    assertEquals(List.of(LineMark.FAILED), editor.marks().of(1));
    run(handle::unsubscribe);
  }

  @Test
  void component_leavesNothingBehind() {
    open("f()");
    int[] calls = {0};
    EditorComponent counter = into -> into.onTextChanged(() -> calls[0]++);
    Subscription handle = onFx(() -> editor.install(counter));
    type(0, 0, "a");
    run(handle::unsubscribe);
    type(0, 0, "b");
    assertEquals(1, calls[0]);
    Subscription brackets = onFx(() -> editor.install(new BracketMatch()));
    run(() -> editor.select(4, 4));
    run(brackets::unsubscribe);
    run(() -> editor.select(0, 0));
    assertFalse(onFx(() -> editor.area().getStyleOfChar(4).contains("bracket")));
  }

  private void type(int start, int end, String text) {
    run(() -> editor.apply(new Edit(start, end, text, start, start)));
  }

  private List<String> paragraphStyle(int line) {
    return onFx(() -> List.copyOf(editor.area().getParagraph(line).getParagraphStyle()));
  }

  /// What the check in the background reports next.
  private List<Diagnostic> nextDiagnostics(String why) {
    CompletableFuture<List<Diagnostic>> next = new CompletableFuture<>();
    run(() -> {
      if (!editor.diagnostics().isEmpty()) {
        next.complete(editor.diagnostics());
      }
      editor.diagnosticsProperty().subscribe((_, now) -> next.complete(now));
    });
    List<Diagnostic> found = get(next);
    assertFalse(found.isEmpty(), why);
    return found;
  }
}
