package netarium.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netarium.app.canvas.Toolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies with unsaved work; the next one offers it.
class RecoveryJourneyTest {
  @TempDir Path folder;

  @Test
  void unsavedWork_isThereAfterTheProcessWasKilled() throws IOException, InterruptedException {
    killAfterTyping();
    try (TestWindow window = new TestWindow(folder)) {
      assertTrue(window.hand.reads("Unsaved work was found"));
      window.open("Open the unsaved work");
      String text = Toolkit.on(() -> window.desk().document().text("scripts/client.lua"));
      assertTrue(text.startsWith(KilledWindow.TYPED), text);
      assertTrue(Toolkit.on(() -> window.desk().document().isModified()), "still unsaved");
    }
  }

  private void killAfterTyping() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWindow.class.getName(),
            folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.equals(KilledWindow.READY)) {
        line = out.readLine();
      }
      assertTrue(line != null, "the window came up and kept the work");
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
