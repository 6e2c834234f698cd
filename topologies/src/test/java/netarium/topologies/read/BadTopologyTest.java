package netarium.topologies.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netarium.topologies.Samples;
import netarium.topologies.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every mistake has its place and its sentence. The table `bad-topologies.txt` holds, for each
/// case: a title after `#`, a text of the good document after `-`, what stands in its place after
/// `+` (`\n` is a line break), and after `=` all that the reader must say. `@ALL` takes the
/// document with every key instead of the short one.
class BadTopologyTest {
  record Case(String title, String document, List<String> expected) {
    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mistake_isToldWithItsPlace(Case each) {
    assertEquals(each.expected, problems(each.document));
  }

  @Test
  void table_isLong() throws IOException {
    assertTrue(cases().size() >= 60);
  }

  @Test
  void everyCutOffDocument_isRefusedInOneSentence() {
    String text = Samples.HELLO.strip();
    for (int length = 0; length < text.length(); length++) {
      List<String> problems = problems(text.substring(0, length));
      assertEquals(1, problems.size(), () -> "one problem: " + problems);
    }
  }

  private static List<String> problems(String document) {
    return switch (TopologyReader.read(document, "f")) {
      case ReadResult.Bad(List<Problem> problems) ->
          problems.stream().map(problem -> problem.toString().substring("f:".length())).toList();
      case ReadResult.Good good -> fail("read without a problem");
    };
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String title = "";
    String base = "";
    String old = "";
    String document = "";
    List<String> expected = new ArrayList<>();
    for (String line : (table() + "\n#\n").lines().toList()) {
      String rest = line.length() < 2 ? "" : line.substring(2);
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '#' -> {
          if (!title.isEmpty()) {
            cases.add(new Case(title, document, List.copyOf(expected)));
          }
          title = rest;
          base = Samples.HELLO;
          expected.clear();
        }
        case '@' -> base = Samples.EVERYTHING;
        case '-' -> old = rest;
        case '+' -> {
          int at = base.indexOf(old);
          assertTrue(at >= 0, old);
          String changed = rest.replace("\\n", "\n");
          document = base.substring(0, at) + changed + base.substring(at + old.length());
        }
        case '=' -> expected.add(rest);
        default -> {}
      }
    }
    return cases;
  }

  private static String table() throws IOException {
    try (InputStream in = BadTopologyTest.class.getResourceAsStream("bad-topologies.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
