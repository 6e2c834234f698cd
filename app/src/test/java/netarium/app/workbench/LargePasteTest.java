package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;
import netarium.app.dialogs.FxBackground;
import netarium.app.workbench.Watchdog.Excuse;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand lines are pasted into a script. Nothing hangs: the paste takes less than a second
/// of the toolkit's thread and shows a wait cursor; what is done in so long a script is as quick as
/// anything.
class LargePasteTest {
  private static final int LINES = 10_000;
  private static final String SCRIPT = "scripts/client.lua";
  private static final long MOST_NANOS = 1_000_000_000;

  @TempDir Path folder;

  private static String lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("local function f").append(i).append("(x) return math.floor(x) end -- half\n");
    }
    return text.toString();
  }

  private static void copy(String text) {
    Toolkit.on(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      return Clipboard.getSystemClipboard().setContent(content);
    });
  }

  private static long cpu() {
    return Toolkit.on(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  @RepeatedTest(2)
  void tenThousandLines_arePastedAndEdited(RepetitionInfo round) {
    boolean isLast = round.getCurrentRepetition() == round.getTotalRepetitions();
    try (FxBackground background = new FxBackground();
        TestWindow window = new TestWindow(folder, isLast, background)) {
      Toolkit.on(() -> {
        window.graph.documents().openSample("hello-http");
        return 0;
      });
      awaitDesk(window);
      window.watchdog.excused(
          Excuse.SCRIPT, () -> Toolkit.on(() -> window.desk().scripts().open(SCRIPT)));
      String text = lines();
      copy(text);
      paste(window, text.length());
      edit(window);
    }
  }

  private static void awaitDesk(TestWindow window) {
    while (Toolkit.on(() -> window.graph.desk().isEmpty())) {
      Hand.settle();
    }
    Hand.settle();
  }

  private static void paste(TestWindow window, int characters) {
    Node area = window.hand.find("the text", node -> node.getStyleClass().contains("code-area"));
    List<Cursor> cursors = new ArrayList<>();
    Toolkit.on(() -> area.cursorProperty().subscribe(cursor -> cursors.add(cursor)));
    long before = cpu();
    window.watchdog.excused(
        Excuse.PASTE,
        () -> {
          window.hand.press(KeyCode.CONTROL, KeyCode.V);
          while (length(window) < characters) {
            Hand.settle();
          }
        });
    long took = cpu() - before;
    System.out.printf(
        Locale.ROOT, "%d lines pasted in %.0f ms of the toolkit's thread%n", LINES, took / 1e6);
    assertTrue(took < MOST_NANOS, "pasting took " + took / 1e6 + " ms");
    List<Cursor> seen = Toolkit.on(() -> List.copyOf(cursors.stream().skip(1).limit(1).toList()));
    assertEquals(List.of(Cursor.WAIT), seen, "a cursor asks to wait");
    assertNotEquals(Cursor.WAIT, Toolkit.on(area::getCursor), "the cursor is as it was before");
  }

  private static void edit(TestWindow window) {
    int pasted = length(window);
    window.hand.type("print(1)");
    window.hand.press(KeyCode.CONTROL, KeyCode.HOME);
    window.hand.type("local x = 1");
    window.hand.press(KeyCode.PAGE_DOWN);
    window.hand.press(KeyCode.DOWN);
    window.hand.type(" ");
    window.frames(20);
    assertEquals(pasted + 20, length(window));
    window.watchdog.excused(
        Excuse.PASTE,
        () -> {
          for (int i = 0; i < 20 && length(window) > 1_000; i++) {
            window.hand.press(KeyCode.CONTROL, KeyCode.Z);
          }
        });
    assertTrue(length(window) < 1_000, "all of it is undone");
  }

  private static int length(TestWindow window) {
    return Toolkit.on(() -> window.desk().document().text(SCRIPT).length());
  }
}
