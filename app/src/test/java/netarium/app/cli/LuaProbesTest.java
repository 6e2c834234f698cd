package netarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole scripts, byte for byte: standard output, standard error and exit code of `netarium lua`
/// are those that were recorded from `lua5.2`.
final class LuaProbesTest {
  private static final int LEAST = 300;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"language.txt", "errors.txt", "library.txt", "program.txt"})
  void everyProbe_doesWhatTheReferenceDid(String name) throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> got = new ArrayList<>();
    for (LuaProbe probe : LuaProbe.read(name)) {
      String played = probe.play(folder);
      if (!played.equals(probe.record())) {
        String head = "=== " + probe.number() + "\n" + probe.script();
        wanted.add(head + probe.record());
        got.add(head + played);
      }
    }
    assertEquals(String.join("", wanted), String.join("", got));
  }

  @Test
  void probes_areMany() throws IOException {
    int all = 0;
    for (String name : List.of("language.txt", "errors.txt", "library.txt", "program.txt")) {
      all += LuaProbe.read(name).size();
    }
    assertTrue(all >= LEAST, "so many are there: " + all);
  }
}
