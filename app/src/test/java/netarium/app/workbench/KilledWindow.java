package netarium.app.workbench;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;

/// A window in a process of its own: opens a sample, types into a script, keeps the unsaved work,
/// and says so. Then it waits to be killed.
final class KilledWindow {
  static final String TYPED = "-- mine ";
  static final String READY = "kept";

  private KilledWindow() {}

  static void main(String[] args) throws IOException {
    TestWindow window = new TestWindow(Path.of(args[0]));
    window.hand.click("Open");
    Toolkit.on(() -> window.desk().scripts().open("scripts/client.lua"));
    Hand.settle();
    window.hand.press(KeyCode.CONTROL, KeyCode.HOME);
    window.hand.type(TYPED);
    Toolkit.on(() -> {
      window.graph.autosave().tick();
      return 0;
    });
    System.out.println(READY);
    System.in.read();
  }
}
