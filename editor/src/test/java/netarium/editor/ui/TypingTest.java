package netarium.editor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Through the keyboard, in a window.
class TypingTest extends FxTest {
  @Test
  void block_isIndentedAndOutdentedWhileTyped() {
    open("");
    press(KeyCode.D);
    press(KeyCode.O);
    press(KeyCode.ENTER);
    press(KeyCode.X);
    press(KeyCode.ENTER);
    press(KeyCode.E);
    press(KeyCode.N);
    press(KeyCode.D);
    assertEquals("do\n  x\nend", editor.text());
  }

  @Test
  void typedText_isHighlighted_andUndoneToTheCleanState() {
    open("x = 1");
    run(() -> editor.select(0, 0));
    press(KeyCode.DIGIT7);
    assertEquals("7x = 1", editor.text());
    assertTrue(styleAt(0).contains("number"), styleAt(0));
    assertTrue(editor.dirtyProperty().get());
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("x = 1", editor.text());
    assertFalse(editor.dirtyProperty().get());
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("x = 1", editor.text(), "loading is nothing to undo");
  }

  @Test
  void tabKeys_moveSelectedLines() {
    open("a\nb\nc");
    run(() -> editor.select(0, 3));
    press(KeyCode.TAB);
    assertEquals("  a\n  b\nc", editor.text());
    press(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals("a\nb\nc", editor.text());
  }

  @Test
  void commentKey_togglesAndIsOneUndo() {
    open("a()\nb()");
    run(() -> editor.select(0, 7));
    press(KeyCode.CONTROL, KeyCode.SLASH);
    assertEquals("-- a()\n-- b()", editor.text());
    assertEquals("[comment]", styleAt(5));
    press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals("a()\nb()", editor.text());
  }

  @Test
  void wordKeys_moveSelectAndDelete() {
    open("local value = 1");
    press(KeyCode.CONTROL, KeyCode.RIGHT);
    assertEquals(7, editor.caretProperty().get().column());
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    assertEquals("value ", editor.selectedText());
    press(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    assertEquals("local = 1", editor.text());
    press(KeyCode.CONTROL, KeyCode.DELETE);
    assertEquals("local 1", editor.text());
  }

  @Test
  void savedText_isClean_alsoAfterUndoAndRedo() {
    open("a");
    press(KeyCode.B);
    run(editor::markSaved);
    assertFalse(editor.dirtyProperty().get());
    run(editor::undo);
    assertTrue(editor.dirtyProperty().get());
    run(editor::redo);
    assertFalse(editor.dirtyProperty().get());
  }

  @Test
  void lineEndsOfOtherSystems_areReadAsOne() {
    open("a\r\nb\rc");
    assertEquals("a\nb\nc", editor.text());
    run(() -> editor.area().replaceText(1, 2, "\r\n\r\n"));
    assertEquals("a\n\nb\nc", editor.text());
    assertEquals(editor.area().getText(), editor.text());
  }

  private String styleAt(int offset) {
    return onFx(() -> editor.area().getStyleOfChar(offset).toString());
  }
}
