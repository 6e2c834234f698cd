package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every script of the folder `hostile` on a machine of its own, all in one simulation in a JVM of
/// 512 MB, beside eight healthy machines.
///
/// A script ends with what its console says, between `--[[ console` and `]]`: line by line, `...`
/// at the end of a line for any end of it, a line `...` for any number of further lines.
class HostileFleetTest {
  private static final Path FOLDER = Path.of("src/test/resources/netarium/engine/run/hostile");
  private static final String EXPECTED = "--[[ console\n";

  /// What a machine must never say: names of the host and its language.
  private static final List<String> FOREIGN =
      List.of("java.", "luaj.", "Exception", "netarium.engine", "OutOfMemory", "StackOverflow");

  private static Map<String, String> said = new LinkedHashMap<>();

  @BeforeAll
  static void runAll() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process fleet =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFleet.class.getName(),
                FOLDER.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String all;
    try (InputStream out = fleet.getInputStream()) {
      all = new String(out.readAllBytes(), UTF_8);
    }
    assertEquals(0, fleet.waitFor(), "the simulation ends well");
    for (String part : all.split("(?m)^=== ", -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        said.put(part.substring(0, end), part.substring(end + 1));
      }
    }
  }

  static Stream<String> culprits() {
    return HostileFleet.scripts(FOLDER).keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("culprits")
  void culprit_endsOrIsHeldWithItsMessage(String name) {
    String script = HostileFleet.scripts(FOLDER).getOrDefault(name, "");
    int start = script.lastIndexOf(EXPECTED);
    assertTrue(start >= 0, "the script says what is expected");
    String expected = script.substring(start + EXPECTED.length(), script.lastIndexOf("]]"));
    String actual = said.getOrDefault(name, "(no such machine)");
    assertEquals("", difference(expected.lines().toList(), actual.lines().toList()), actual);
    for (String word : FOREIGN) {
      assertFalse(actual.lines().limit(3).anyMatch(line -> isOfHost(line, word)), actual);
    }
  }

  /// A script may ask for something foreign by name; the machine may then repeat the name.
  private static boolean isOfHost(String line, String word) {
    return line.contains(word) && !line.contains("'org.luaj.vm2.lib.jse.LuajavaLib'");
  }

  private static String difference(List<String> expected, List<String> actual) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(nothing)";
      String is = i < actual.size() ? actual.get(i) : "(nothing)";
      if (wanted.equals("...")) {
        break;
      }
      boolean isEqual =
          wanted.endsWith("...")
              ? is.startsWith(wanted.substring(0, wanted.length() - 3))
              : is.equals(wanted);
      if (!isEqual) {
        wrong.add(wanted + " <> " + is);
      }
    }
    return String.join("\n", wrong);
  }

  @Test
  void healthyMachines_finishAtTheirInstants() {
    String alone = said.getOrDefault("(alone)", "");
    assertEquals(4, alone.lines().count(), alone);
    assertEquals(alone, said.get("(healthy)"));
  }

  @Test
  void secondRun_hasTheSameHash() {
    List<String> hashes = said.getOrDefault("(hash)", "").lines().toList();
    assertEquals(2, hashes.size());
    assertEquals(hashes.getFirst(), hashes.getLast());
  }
}
