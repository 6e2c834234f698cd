package netarium.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netarium.topologies.project.OpenResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each sample opens without a warning, tells its lesson, and runs exactly as it did when its
/// golden trace was written. After a change that is meant to change runs, write the traces anew
/// with `mvn verify -Dgolden.update=true` and read the difference before committing it.
final class SampleRunTest {
  private static final boolean UPDATES_GOLDEN = Boolean.getBoolean("golden.update");

  @ParameterizedTest
  @MethodSource("netarium.samples.Sample#all")
  void opensWithoutWarning(Sample sample) {
    OpenResult result = sample.open();
    assertTrue(
        result instanceof OpenResult.Opened opened && opened.warnings().isEmpty(),
        result.toString());
  }

  @ParameterizedTest
  @MethodSource("netarium.samples.Sample#all")
  void hasALessonAndAListOfItsFiles(Sample sample) throws IOException {
    assertTrue(sample.text("lesson.md").startsWith("# "));
    Set<String> listed = new TreeSet<>(sample.text("files.txt").lines().toList());
    try (var walk = Files.walk(sample.folder())) {
      List<String> there =
          walk.filter(Files::isRegularFile)
              .map(path -> sample.folder().relativize(path).toString().replace('\\', '/'))
              .filter(path -> !path.equals("files.txt"))
              .toList();
      assertEquals(listed, new TreeSet<>(there));
    }
  }

  @ParameterizedTest
  @MethodSource("netarium.samples.Sample#all")
  void runsAsItsGoldenTraceSays(Sample sample) throws IOException {
    Sample.Run run = sample.run(true);
    String text = run.trace() + run.result().summary() + "\n";
    if (UPDATES_GOLDEN) {
      Files.writeString(sample.golden(), text, UTF_8);
    }
    assertEquals(Sample.read(sample.golden()), text);
  }

  @ParameterizedTest
  @MethodSource("netarium.samples.Sample#all")
  void inPlaceContinuation_changesNothing(Sample sample) {
    Sample.Run with = sample.run(true);
    Sample.Run without = sample.run(false);
    assertEquals(with.trace(), without.trace());
    assertEquals(with.result(), without.result());
  }
}
