package netarium.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import netarium.app.canvas.Toolkit;
import netarium.app.samples.BundledSamples;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Speed;
import netarium.app.workbench.Watchdog.Excuse;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// As much as there is goes through the window, which stays quick: the [Watchdog] judges.
class BusyRunTest {
  private static final String PRINTING =
      """
      for i = 1, 60000 do print("line", i) end
      """;

  @TempDir Path folder;

  @RepeatedTest(2)
  void manyLines_areFollowedAndSearchedWithoutHoldingTheWindow(RepetitionInfo round) {
    try (TestWindow window = new TestWindow(folder, round)) {
      window.watchdog.excused(
          Excuse.OPENING,
          () ->
              Toolkit.on(() -> {
                window.graph.documents().create(printing());
                return 0;
              }));
      Toolkit.on(() -> {
        window.desk().transport().speed(Speed.MAX);
        window.desk().transport().run();
        return 0;
      });
      assertEquals(Phase.OVER, window.runOn().phase());
      window.hand.click("Find…");
      window.hand.type("such a text is nowhere");
      for (int i = 0; i < 200 && !window.hand.reads("not found"); i++) {
        Hand.settle();
      }
      assertTrue(window.hand.reads("not found"));
      assertFalse(Toolkit.on(() -> window.desk().transport().isRunning()));
    }
  }

  private static Project printing() {
    if (Projects.open(BundledSamples.files("hello-http").orElseThrow(), "printing")
        instanceof OpenResult.Opened opened) {
      return opened.project().with("scripts/server.lua", PRINTING.getBytes(UTF_8));
    }
    throw new AssertionError("the sample opens");
  }
}
