package netarium.editor.ui;

import javafx.event.EventDispatcher;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import netarium.editor.lang.Comments;
import netarium.editor.lang.Edit;
import netarium.editor.lang.Indentation;
import netarium.editor.lang.Words;
import org.fxmisc.richtext.CodeArea;

/// The keys that know Lua: Enter, Tab, Ctrl+/, closing words, and moving by words.
final class TypingKeys implements EditorComponent {
  private final CodeArea area;

  TypingKeys(CodeArea area) {
    this.area = area;
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    Subscription pressed =
        editor.filter(
            area,
            KeyEvent.KEY_PRESSED,
            event -> {
              if (press(editor, event)) {
                event.consume();
              }
            });
    EventDispatcher before = area.getEventDispatcher();
    area.setEventDispatcher((event, tail) -> {
      int lengthBefore = editor.lua().length();
      var rest = before.dispatchEvent(event, tail);
      if (event.getEventType() == KeyEvent.KEY_TYPED && lengthBefore != editor.lua().length()) {
        Indentation.typed(editor.lua(), area.getCaretPosition()).ifPresent(editor::apply);
      }
      return rest;
    });
    return pressed.and(() -> area.setEventDispatcher(before));
  }

  private boolean press(LuaEditor editor, KeyEvent event) {
    int anchor = area.getAnchor();
    int caret = area.getCaretPosition();
    boolean isShort = event.isShortcutDown();
    if (event.isAltDown()) {
      return false;
    }
    return switch (event.getCode()) {
      case ENTER -> !isShort && edit(editor, Indentation.enter(editor.lua(), anchor, caret));
      case TAB ->
          !isShort
              && edit(
                  editor,
                  event.isShiftDown()
                      ? Indentation.out(editor.lua(), anchor, caret)
                      : Indentation.in(editor.lua(), anchor, caret));
      // German keyboards have the slash on the 7.
      case SLASH, DIVIDE -> isShort && edit(editor, Comments.toggle(editor.lua(), anchor, caret));
      case DIGIT7 ->
          isShort
              && event.isShiftDown()
              && edit(editor, Comments.toggle(editor.lua(), anchor, caret));
      case LEFT -> isShort && move(Words.left(editor.text(), caret), event.isShiftDown());
      case RIGHT -> isShort && move(Words.right(editor.text(), caret), event.isShiftDown());
      case BACK_SPACE -> isShort && delete(editor, anchor, caret, Words.left(editor.text(), caret));
      case DELETE -> isShort && delete(editor, anchor, caret, Words.right(editor.text(), caret));
      default -> false;
    };
  }

  private static boolean edit(LuaEditor editor, Edit edit) {
    editor.apply(edit);
    return true;
  }

  private boolean move(int to, boolean isSelecting) {
    if (isSelecting) {
      area.selectRange(area.getAnchor(), to);
    } else {
      area.moveTo(to);
    }
    area.requestFollowCaret();
    return true;
  }

  private static boolean delete(LuaEditor editor, int anchor, int caret, int to) {
    int start = Math.min(caret, anchor == caret ? to : anchor);
    int end = Math.max(caret, anchor == caret ? to : anchor);
    if (start < end) {
      editor.apply(new Edit(start, end, "", start, start));
    }
    return true;
  }
}
