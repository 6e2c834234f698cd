package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import netarium.app.canvas.Toolkit;
import netarium.app.session.RunState;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do in the window from end to end, with mouse and keys.
class JourneyTest {
  @TempDir Path folder;

  @Test
  void sample_isOpenedRunReadSteppedAndReset() {
    try (TestWindow window = new TestWindow(folder)) {
      window.hand.click("Open and run");
      RunState end = window.runOn();
      assertEquals(Phase.OVER, end.phase());
      assertTrue(end.frames() > 10);
      Transport transport = window.desk().transport();
      Selection selection = window.desk().selection();
      window.hand.click("Reset");
      assertEquals(Phase.READY, Toolkit.on(transport::state).phase());
      assertEquals(Selection.NO_EVENT, Toolkit.on(selection::event));
    }
  }
}
