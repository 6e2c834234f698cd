package netarium.engine.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.engine.sim.SimDuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every script beside this test holds to the nanosecond.
class OwnScriptsTest {
  private static final Drill DRILL = new Drill(Profile.LINUX, Optional.of(SimDuration.ZERO));

  static Stream<String> scripts() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> each.endsWith(".pkt"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  private static Path folder() throws URISyntaxException {
    URL one = OwnScriptsTest.class.getResource("handshake-active.pkt");
    return Objects.requireNonNull(Path.of(Objects.requireNonNull(one).toURI()).getParent());
  }

  private static String text(String name) throws IOException, URISyntaxException {
    return Files.readString(folder().resolve(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void script_passes(String name) throws IOException, URISyntaxException {
    switch (DRILL.play(name, text(name))) {
      case Outcome.Passed _ -> {}
      case Outcome.Skipped skipped ->
          fail(name + ":" + skipped.line() + ": skipped: " + skipped.reason());
      case Outcome.Failed failed ->
          fail(
              String.join("\n", failed.transcript())
                  + "\n"
                  + name
                  + ":"
                  + failed.line()
                  + ":\n  expected "
                  + failed.expected()
                  + "\n  got      "
                  + failed.actual());
    }
  }

  /// A script that expects something else at any one place must fail: nothing is passed over.
  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void scriptWithAnotherExpectation_fails(String name) throws IOException, URISyntaxException {
    String[] lines = text(name).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].matches("[^<>`%]* > [A-Z.]+ +\\d+:\\d+\\(\\d+\\).*")) {
        String[] changed = lines.clone();
        changed[i] = lines[i].replaceFirst("> [A-Z.]+ ", "> E ");
        Outcome outcome = DRILL.play(name, String.join("\n", changed));
        int line = i + 1;
        assertTrue(
            outcome instanceof Outcome.Failed failed && failed.line() == line,
            name + ":" + line + ": " + outcome);
      }
    }
  }

  @Test
  void playedTwice_sameOutcome() throws IOException, URISyntaxException {
    String text = text("fast-retransmit.pkt").replace("1:1001(1000) ack 1\n", "1:901(900) ack 1\n");
    assertEquals(DRILL.play("x.pkt", text), DRILL.play("x.pkt", text));
  }
}
