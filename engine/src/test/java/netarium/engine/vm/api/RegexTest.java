package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTest {
  @ParameterizedTest
  @CsvSource({
    "abc, xabcx, true",
    "^abc, xabc, false",
    "abc$, abcx, false",
    "^$, '', true",
    "a|b|c, xc, true",
    "^(ab|cd)+$, abcdab, true",
    "^(ab|cd)+$, abcda, false",
    "'a{2,3}b', aab, true",
    "'^a{2,3}$', aaaa, false",
    "^a{2}$, aa, true",
    "'^a{2,}$', aaaaa, true",
    "^(a?)*$, aaa, true",
    "[]x]y, ]y, true",
    "[^a-c]$, d, true",
    "[^a-c]$, b, false",
    "\\d\\d, a12, true",
    "\\., abc, false",
    "^\\w+\\s\\W$, ab -, true",
    "[\\d.]+x, 1.2x, true",
    "a.c, a c, true",
    "(), '', true",
    "x*, '', true",
    "[a-], -, true",
    "\\S, ' ', false"
  })
  void expression_findsWhatGrepWould(String expression, String text, boolean isFound)
      throws RegexSyntaxException {
    assertEquals(isFound, Regex.parse(expression, false).isFoundIn(text));
  }

  @Test
  void case_isIgnoredOnRequest() throws RegexSyntaxException {
    assertEquals(true, Regex.parse("^HeL+O\\S$", true).isFoundIn("hEllo!"));
    assertFalse(Regex.parse("HELLO", false).isFoundIn("hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", ")", "a)", "[", "[a", "*", "a|*", "a{2", "a{3,2}", "a{x}", "\\", "[z-a]"})
  void nonsense_isRefused(String expression) {
    assertThrows(RegexSyntaxException.class, () -> Regex.parse(expression, false));
  }

  @Test
  void bombs_areRefusedOrHarmless() throws RegexSyntaxException {
    assertFalse(Regex.parse("(a*)*b", false).isFoundIn("a".repeat(20_000)));
    assertFalse(Regex.parse("(a|a)*(a|a)*c", false).isFoundIn("a".repeat(20_000)));
    assertThrows(RegexSyntaxException.class, () -> Regex.parse("((a{999}){999}){999}", false));
    assertThrows(RegexSyntaxException.class, () -> Regex.parse("(".repeat(500), false));
  }

  @Test
  void randomExpressions_agreeWithTheLibraryOfJava() throws RegexSyntaxException {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3000; i++) {
      String expression = expression(random, 3);
      Regex ours = Regex.parse(expression, false);
      Pattern theirs = Pattern.compile(expression);
      for (int j = 0; j < 10; j++) {
        String text = text(random);
        String about = expression + " in " + text;
        assertEquals(theirs.matcher(text).find(), ours.isFoundIn(text), about);
      }
    }
  }

  private static String expression(SplittableRandom random, int depth) {
    String inner = depth == 0 ? "a" : expression(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> inner + "b";
      case 1 -> "(" + inner + ")*";
      case 2 -> "(" + inner + ")?c";
      case 3 -> inner + "|" + (depth == 0 ? "c" : expression(random, depth - 1));
      case 4 -> "(" + inner + "){1,2}";
      case 5 -> "[ab]" + inner;
      case 6 -> "^(" + inner + ")";
      case 7 -> "(" + inner + ")$";
      default -> "(" + inner + ")+[^a]";
    };
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }
}
