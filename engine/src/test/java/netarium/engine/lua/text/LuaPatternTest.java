package netarium.engine.lua.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LuaPatternTest {
  private long steps;

  private LuaPattern compile(String subject, String pattern) {
    byte[] s = subject.getBytes(StandardCharsets.ISO_8859_1);
    byte[] p = pattern.getBytes(StandardCharsets.ISO_8859_1);
    return new LuaPattern(s, 0, s.length, p, 0, p.length, n -> steps += n);
  }

  @Test
  void ranges_limitSubjectAndPattern() {
    byte[] s = "xxabcxx".getBytes(StandardCharsets.ISO_8859_1);
    byte[] p = "%%a+$%".getBytes(StandardCharsets.ISO_8859_1);
    LuaPattern matcher = new LuaPattern(s, 2, 5, p, 1, 5, n -> {});
    assertEquals(3, matcher.matchAt(0));
    assertEquals(3, matcher.matchAt(1));
    assertEquals(-1, matcher.matchAt(3));
  }

  @Test
  void steps_growWithTheWork() {
    LuaPattern matcher = compile("a".repeat(100_000), ".-b");
    assertEquals(-1, matcher.matchAt(0));
    matcher.settle();
    assertTrue(steps >= 100_000 && steps < 500_000, "steps: " + steps);
    long before = steps;
    matcher.settle();
    assertEquals(before, steps);
  }

  @Test
  void aCatastrophicPattern_endsWithAFault() {
    LuaPattern matcher = compile("a".repeat(60), "a-".repeat(30) + "b");
    TextFault fault = assertThrows(TextFault.class, () -> matcher.matchAt(0));
    assertEquals("pattern too complex", fault.text());
    assertTrue(steps > 100_000_000L);
  }

  @Test
  void theMeter_mayStopASearch() {
    byte[] s = "a".repeat(60).getBytes(StandardCharsets.ISO_8859_1);
    byte[] p = ("a-".repeat(30) + "b").getBytes(StandardCharsets.ISO_8859_1);
    LuaPattern.Meter strict =
        n -> {
          throw new IllegalStateException("instruction limit");
        };
    LuaPattern matcher = new LuaPattern(s, 0, s.length, p, 0, p.length, strict);
    assertThrows(IllegalStateException.class, () -> matcher.matchAt(0));
  }

  @Test
  void depth200_isTooComplex() {
    assertEquals(199, compile("a".repeat(300), "a?".repeat(199)).matchAt(0));
    LuaPattern deep = compile("a".repeat(300), "a?".repeat(200));
    TextFault fault = assertThrows(TextFault.class, () -> deep.matchAt(0));
    assertEquals("pattern too complex", fault.text());
  }

  @Test
  void aMatcher_isReusableAfterAFault() {
    LuaPattern matcher = compile("ab", "(a)%2");
    for (int i = 0; i < 3; i++) {
      TextFault fault = assertThrows(TextFault.class, () -> matcher.matchAt(0));
      assertEquals("invalid capture index %2", fault.text());
    }
  }

  @Test
  void unfinishedCaptures_faultWhenRead() {
    LuaPattern matcher = compile("ab", "(a");
    assertEquals(1, matcher.matchAt(0));
    assertEquals(
        "unfinished capture", assertThrows(TextFault.class, () -> matcher.captureLength(0)).text());
  }
}
