package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*.lua, a.lua, true",
    "*.lua, a.luac, false",
    "?, ab, false",
    "a?c, abc, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a*b*c, aXbXbXc, true",
    "a*b*c, acb, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[!a-c]x, dx, true",
    "[]x], ], true",
    "[ab, [ab, true",
    "\\*, *, true",
    "\\*, a, false",
    "**a, ba, true"
  })
  void pattern_matchesNames(String pattern, String name, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(name));
  }

  @Test
  void manyStars_takeNoLonger() {
    assertFalse(new Glob("*a".repeat(100) + "b").matches("a".repeat(250)));
  }
}
