package netarium.app.workbench;

import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import netarium.editor.lang.Diagnostics;
import netarium.editor.ui.LuaEditor;
import org.controlsfx.control.PropertySheet;

/// Makes once, away from the toolkit's thread and while somebody still looks at the welcome page,
/// what the first project and the first script are made of: a JVM loads classes and interprets them
/// the first time, and the one who waits for that should not be a person.
///
/// Controls that are in no window may be made on any thread.
final class WarmUp {
  private static final String SCRIPT =
      """
      -- A comment
      local function answer(n) return "x" .. math.floor(n) end
      for i = 1, 10 do print(answer(i)) end
      """;

  private WarmUp() {}

  static void begin(Locale locale) {
    Thread.ofPlatform().daemon().name("warm-up").start(() -> warm(locale));
  }

  private static void warm(Locale locale) {
    Diagnostics.of(SCRIPT);
    new LuaEditor(locale);
    new TreeView<String>();
    new TableView<String>();
    new PropertySheet();
  }
}
