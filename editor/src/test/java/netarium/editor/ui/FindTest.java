package netarium.editor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class FindTest extends FxTest {
  private static final String TEXT = "one two\none three\nOne";

  @Test
  void enter_goesRound() {
    open(TEXT);
    press(KeyCode.CONTROL, KeyCode.F);
    press(KeyCode.O);
    press(KeyCode.N);
    press(KeyCode.E);
    assertEquals("1 of 3", bar().status.getText());
    assertEquals(3, editor.caretProperty().get().offset());
    press(KeyCode.ENTER);
    press(KeyCode.ENTER);
    assertEquals("3 of 3", bar().status.getText());
    assertEquals("One", editor.selectedText());
    press(KeyCode.ENTER);
    press(KeyCode.SHIFT, KeyCode.ENTER);
    assertEquals("3 of 3", bar().status.getText());
  }

  @Test
  void escape_closesAndUnmarks() {
    open(TEXT);
    press(KeyCode.CONTROL, KeyCode.F);
    run(() -> bar().query.setText("three"));
    assertTrue(editor.area().getStyleOfChar(13).contains("match"));
    press(KeyCode.ESCAPE);
    assertNull(editor.getTop());
    assertFalse(editor.area().getStyleOfChar(13).contains("match"));
    assertTrue(editor.area().isFocused());
  }

  @Test
  void options_andTroubles_areTold() {
    open(TEXT);
    run(() -> editor.openFind(false));
    run(() -> bar().query.setText("one"));
    run(() -> bar().isCase.fire());
    assertEquals("1 of 2", bar().status.getText());
    run(() -> bar().isRegex.fire());
    run(() -> bar().query.setText("one("));
    assertEquals("Not a valid pattern", bar().status.getText());
    run(() -> bar().query.setText("four"));
    assertEquals("No match", bar().status.getText());
    assertTrue(bar().status.getStyleClass().contains("refused"));
  }

  @Test
  void replaceAll_isOneUndo() {
    open(TEXT);
    press(KeyCode.CONTROL, KeyCode.H);
    run(() -> {
      bar().query.setText("one");
      bar().replacement.setText("1");
      bar().replaceAll.fire();
    });
    assertEquals("1 two\n1 three\n1", editor.text());
    run(editor::undo);
    assertEquals(TEXT, editor.text());
  }

  @Test
  void replaceOne_goesOnToTheNext() {
    open(TEXT);
    run(() -> editor.openFind(true));
    run(() -> {
      bar().query.setText("one");
      bar().replacement.setText("none");
      bar().replaceOne.fire();
    });
    assertEquals("none two\none three\nOne", editor.text());
    assertEquals(12, editor.caretProperty().get().offset());
  }

  @Test
  void selection_becomesTheQuery() {
    open(TEXT);
    run(() -> editor.select(4, 7));
    press(KeyCode.CONTROL, KeyCode.F);
    assertEquals("two", bar().query.getText());
  }

  @Test
  void lineKey_asksAndGoes() {
    open("x\n".repeat(300));
    press(KeyCode.CONTROL, KeyCode.G);
    press(KeyCode.DIGIT2);
    press(KeyCode.DIGIT5);
    press(KeyCode.DIGIT0);
    press(KeyCode.ENTER);
    assertEquals(250, editor.caretProperty().get().line());
    assertNull(editor.getTop());
    int first = onFx(() -> editor.area().firstVisibleParToAllParIndex());
    assertTrue(first > 200 && first < 250, "in the view: " + first);
  }

  @Test
  void otherBar_endsFinding() {
    open(TEXT);
    press(KeyCode.CONTROL, KeyCode.F);
    run(() -> bar().query.setText("three"));
    press(KeyCode.CONTROL, KeyCode.G);
    assertFalse(editor.area().getStyleOfChar(13).contains("match"));
    press(KeyCode.ESCAPE);
    assertNull(editor.getTop());
  }

  private FindBar bar() {
    return (FindBar) editor.getTop();
  }
}
