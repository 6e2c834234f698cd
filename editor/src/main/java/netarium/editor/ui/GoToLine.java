package netarium.editor.ui;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/// Ctrl+G asks for a line and shows it; Esc leaves the caret where it was.
final class GoToLine implements EditorComponent {
  private final Messages messages;
  private final CodeArea area;
  private final TextField field = new TextField();
  private final HBox bar = new HBox(field);

  GoToLine(Messages messages, CodeArea area) {
    this.messages = messages;
    this.area = area;
    bar.getStyleClass().add("bar");
    field.setPrefWidth(220);
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    Subscription keys =
        editor.filter(editor, KeyEvent.KEY_PRESSED, event -> pressed(editor, event));
    return keys.and(() -> close(editor));
  }

  private void pressed(LuaEditor editor, KeyEvent event) {
    boolean isIn = field.equals(event.getTarget());
    if (event.isShortcutDown() && !event.isAltDown() && event.getCode() == KeyCode.G) {
      open(editor);
    } else if (isIn && event.getCode() == KeyCode.ESCAPE) {
      close(editor);
    } else if (isIn && event.getCode() == KeyCode.ENTER) {
      go(editor);
    } else {
      return;
    }
    event.consume();
  }

  private void open(LuaEditor editor) {
    String prompt = messages.text("goto.prompt", area.getParagraphs().size());
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.clear();
    field.getStyleClass().remove("refused");
    editor.setTop(bar);
    field.requestFocus();
  }

  private void go(LuaEditor editor) {
    String typed = field.getText().strip();
    // Longer numbers are beyond any script's end, and beyond an int.
    if (!typed.matches("[0-9]{1,9}")) {
      if (!field.getStyleClass().contains("refused")) {
        field.getStyleClass().add("refused");
      }
      return;
    }
    editor.reveal(Integer.parseInt(typed));
    close(editor);
  }

  private void close(LuaEditor editor) {
    if (bar.equals(editor.getTop())) {
      editor.setTop(null);
      editor.requestFocus();
    }
  }
}
