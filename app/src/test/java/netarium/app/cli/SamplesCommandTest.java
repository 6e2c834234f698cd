package netarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesCommandTest {
  @TempDir Path folder;

  @Test
  void list_namesEverySampleWithASentence() {
    CommandLineRun run = CommandLineRun.of("samples");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("hello-http "), run.out());
    assertTrue(run.outLines().stream().allMatch(line -> line.length() > 30), run.out());
    assertEquals(run, CommandLineRun.of("samples", "list"));
  }

  @Test
  void copy_canBeRunAndIsTheSame() {
    Path copy = folder.resolve("mine");
    assertEquals(0, CommandLineRun.of("samples", "copy", "loopback", copy.toString()).exitCode());
    assertEquals(
        CommandLineRun.of("run", "sample:loopback").out(),
        CommandLineRun.of("run", copy.toString()).out());
  }

  @Test
  void folderThatExists_getsTheSampleInsideAndNothingIsOverwritten() {
    String existing = folder.toString();
    assertEquals(0, CommandLineRun.of("samples", "copy", "loopback", existing).exitCode());
    assertTrue(Files.exists(folder.resolve("loopback/topology.json")));
    assertEquals(2, CommandLineRun.of("samples", "copy", "loopback", existing).exitCode());
  }

  @Test
  void unknownSample_isSaidSo() {
    CommandLineRun run = CommandLineRun.of("samples", "copy", "nope", folder.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("there is no sample nope"), run.err());
    assertEquals(2, CommandLineRun.of("samples", "dance").exitCode());
  }
}
