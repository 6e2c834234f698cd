package netarium.editor.ui;

import javafx.animation.AnimationTimer;
import javafx.scene.Cursor;
import javafx.scene.input.Clipboard;
import org.fxmisc.richtext.CodeArea;

/// The area of text. What takes a while shows beforehand that it does.
final class ScriptArea extends CodeArea {
  /// Pasting so many characters takes no longer than anything else.
  private static final int QUICK = 50_000;

  /// The first frame draws the cursor, the second has it on the screen.
  private static final int FRAMES = 2;

  private boolean isPasting;

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.length() < QUICK || getScene() == null) {
      super.paste();
    } else if (!isPasting) {
      isPasting = true;
      Cursor before = getCursor();
      setCursor(Cursor.WAIT);
      new AnimationTimer() {
        private int frames;

        @Override
        public void handle(long now) {
          frames++;
          if (frames == FRAMES) {
            stop();
            pasteNow(before);
          }
        }
      }.start();
    }
  }

  private void pasteNow(Cursor before) {
    try {
      if (getScene() != null) {
        super.paste();
      }
    } finally {
      isPasting = false;
      setCursor(before);
    }
  }
}
