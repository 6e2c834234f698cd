package netarium.editor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.input.KeyCode;
import netarium.editor.lang.Edit;
import netarium.editor.lang.Span;
import org.junit.jupiter.api.Test;

class HighlightingTest extends FxTest {
  private static final String LINE = "x = 1 -- once more\n";

  @Test
  void tenThousandLines_areStyledOnce_thenByTouch() {
    open(LINE.repeat(10_000));
    assertTrue(editor.restyledLines() <= 10_003, "loading: " + editor.restyledLines());
    run(() -> editor.select(editor.lua().startOf(9_000) + 1, editor.lua().startOf(9_000) + 1));
    long before = editor.restyledLines();
    press(KeyCode.A);
    press(KeyCode.ENTER);
    press(KeyCode.BACK_SPACE);
    assertEquals(4, editor.restyledLines() - before, "one line, two lines, one line");
    int start = editor.lua().startOf(9_997);
    long after =
        onFx(() -> {
          editor.apply(new Edit(start, start, "--[[", start, start));
          return editor.restyledLines();
        });
    assertEquals(4 + 4, after - before, "the rest of the text, and no more");
  }

  @Test
  void sameTextAgain_keepsItsColours() {
    open("local a\nlocal b");
    run(() -> editor.load("local a\nlocal b"));
    assertEquals(List.of("keyword"), List.copyOf(onFx(() -> editor.area().getStyleOfChar(9))));
    run(() -> editor.area().replaceText(0, 5, "local"));
    assertEquals(List.of("keyword"), List.copyOf(onFx(() -> editor.area().getStyleOfChar(0))));
  }

  @Test
  void anyEdits_leaveTheColoursOfTheText() {
    open("");
    String[] pieces = {"\n", "--[[", "]]", "\"", "x", "local ", "(", ")", "\\", "end\n"};
    SplittableRandom random = new SplittableRandom(11);
    run(() -> {
      for (int i = 0; i < 400; i++) {
        int length = editor.text().length();
        int start = random.nextInt(length + 1);
        int end = Math.min(length, start + (random.nextInt(3) == 0 ? random.nextInt(9) : 0));
        String piece = pieces[random.nextInt(pieces.length)];
        editor.apply(new Edit(start, end, piece, start, start));
        if (random.nextInt(10) == 0) {
          editor.undo();
        }
      }
      editor.select(0, 0);
    });
    assertEquals(editor.area().getText(), editor.text());
    for (int line = 0; line < editor.lua().lines(); line++) {
      for (Span span : editor.lua().spans(line)) {
        int at = editor.lua().startOf(line) + span.start();
        assertTrue(
            editor
                .area()
                .getStyleOfChar(at)
                .contains(span.kind().name().toLowerCase(java.util.Locale.ROOT)),
            "line " + line + " " + span);
      }
    }
  }

  @Test
  void bracketsBesideTheCaret_areMarked_andUnmarked() {
    open("f(a)\nx");
    run(() -> editor.select(2, 2));
    assertEquals(List.of("operator", "bracket"), List.copyOf(editor.area().getStyleOfChar(3)));
    run(() -> editor.select(5, 5));
    assertEquals(List.of("operator"), List.copyOf(editor.area().getStyleOfChar(3)));
  }

  @Test
  void zoom_changesTheSizeOfText() {
    open("x");
    press(KeyCode.CONTROL, KeyCode.PLUS);
    press(KeyCode.CONTROL, KeyCode.ADD);
    assertTrue(editor.area().getStyle().contains("15.0px"), editor.area().getStyle());
    press(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertTrue(editor.area().getStyle().contains("13.0px"), editor.area().getStyle());
  }
}
