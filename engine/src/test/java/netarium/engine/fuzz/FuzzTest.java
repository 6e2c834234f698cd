package netarium.engine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A short run of every fuzzer that needs nothing but this JVM.
class FuzzTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "syntax, 6000",
    "compile, 2000",
    "run, 300",
    "calls, 150",
    "patterns, 300",
    "formats, 300"
  })
  void firstCases_findNothing(String name, int cases) {
    Fuzz.Target target = Fuzz.target(name);
    for (int i = 0; i < cases; i++) {
      String input = target.write().apply(new SplittableRandom(52_000 + i));
      assertEquals("", target.fault().apply(input), input);
    }
  }
}
