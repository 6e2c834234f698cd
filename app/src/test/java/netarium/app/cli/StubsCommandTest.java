package netarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import netarium.engine.syntax.stubs.BundledStubs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StubsCommandTest {
  @TempDir Path folder;

  @Test
  void stubs_areWrittenAndReplaceOlderOnes() throws IOException {
    Path target = folder.resolve("new/stubs");
    CommandLineRun run = CommandLineRun.of("stubs", target.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out().contains("\"workspace.library\": [\"" + target.toAbsolutePath()), run.out());
    Files.writeString(target.resolve("net.lua"), "---@meta\n-- of an earlier version\n");
    assertEquals(run, CommandLineRun.of("stubs", target.toString()));
    for (Map.Entry<String, byte[]> each : BundledStubs.files().entrySet()) {
      assertArrayEquals(each.getValue(), Files.readAllBytes(target.resolve(each.getKey())));
    }
  }

  @Test
  void fileThatIsNoStub_isNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("os.lua"), "print('mine')\n");
    CommandLineRun run = CommandLineRun.of("stubs", folder.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("os.lua is no stub; name another folder"), run.err());
    assertEquals("print('mine')\n", Files.readString(folder.resolve("os.lua")));
    assertTrue(Files.notExists(folder.resolve("net.lua")));
  }

  @Test
  void withoutAFolder_itSaysWhatIsMissing() {
    CommandLineRun run = CommandLineRun.of("stubs");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("DIR"), run.err());
  }
}
