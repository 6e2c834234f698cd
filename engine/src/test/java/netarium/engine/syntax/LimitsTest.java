package netarium.engine.syntax;

import static netarium.engine.syntax.SyntaxTest.check;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static String names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
  }

  @Test
  void localNumber201_isTooMany() {
    assertEquals("ok", check("local " + names(0, 200)));
    assertEquals(
        "x:1: too many local variables (limit is 200) in main function near <eof>",
        check("local " + names(0, 201)));
    assertEquals(
        "x:2: too many local variables (limit is 200) in function at line 2 near ')'",
        check("\nfunction f(" + names(0, 201) + ") end"));
  }

  @Test
  void loops_takeThreeHiddenLocals() {
    String head = "local " + names(0, 197) + " ";
    assertEquals(
        "x:1: too many local variables (limit is 200) in main function near '='",
        check(head + "for i=1,2 do end"));
    assertEquals("ok", check("local " + names(0, 196) + " for i=1,2 do end"));
  }

  @Test
  void upvalueNumber256_isTooMany() {
    String source =
        "local "
            + names(0, 150)
            + " function f() local "
            + names(150, 300)
            + "\nreturn function() return {";
    assertEquals("ok", check(source + names(0, 255) + "} end end"));
    assertEquals(
        "x:2: too many upvalues (limit is 255) in function at line 2 near '}'",
        check(source + names(0, 256) + "} end end"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "(, )",
    "{, }",
    "f(, )",
    "a[, ]",
    "a.., ''",
    "2^, ''",
    "'not ', ''",
  })
  void nestingBeyond200Levels_isRefused(String open, String close) {
    assertEquals("ok", check("x=" + open.repeat(196) + " 1" + close.repeat(196)));
    assertEquals(
        "x:1: too many C levels (limit is 200) in main function near '1'",
        check("x=" + open.repeat(197) + " 1" + close.repeat(197)));
  }

  @Test
  void nestedBlocks_areRefusedFromLevel199() {
    assertEquals("ok", check("do ".repeat(198) + "end ".repeat(198)));
    assertEquals(
        "x:1: too many C levels (limit is 200) in main function near 'do'",
        check("do ".repeat(199) + "end ".repeat(199)));
  }

  @Test
  void tooManyValuesAtOnce_doNotFitTheRegisters() {
    String tooComplex = "x:1: function or expression too complex near ";
    assertEquals("ok", check("f(" + "x,".repeat(247) + "x)"));
    assertEquals(tooComplex + "<eof>", check("f(" + "x,".repeat(248) + "x)"));
    assertEquals(tooComplex + "'x'", check("f(" + "x,".repeat(300) + "x)"));
    assertEquals("ok", check("t={" + "x,".repeat(3000) + "x}"));
    String locals = "local " + names(0, 200) + " ";
    assertEquals(tooComplex + "'.'", check(locals + "a.b,".repeat(60) + "a=1"));
    assertEquals(tooComplex + "'['", check(locals + "a[v1],".repeat(60) + "a=1"));
    assertEquals(tooComplex + "','", check(locals + "v1[a],".repeat(60) + "a=1"));
    assertEquals(tooComplex + "<eof>", check(locals + "a.b,".repeat(48) + "a=1"));
    assertEquals(tooComplex + "<eof>", check("return " + "1,".repeat(249) + "1"));
  }

  @Test
  void elseifChains_areLimited() {
    assertEquals("ok", check("if a then " + "elseif b then ".repeat(9_999) + "end"));
    assertEquals(
        "x:1: control structure too long near 'elseif'",
        check("if a then " + "elseif b then ".repeat(20_000) + "end"));
  }

  @Test
  void waitingJumps_areLimited() {
    assertEquals(
        "too many labels/gotos (limit is 32767)",
        check("while 1 do " + "break ".repeat(32_768) + "end"));
    assertEquals("ok", check("while 1 do " + "break ".repeat(1000) + "end"));
  }

  @Test
  void nameLookups_areCounted() {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      source
          .append("local function f")
          .append(i)
          .append("() local ")
          .append(names(0, 190))
          .append("\n");
    }
    source.append("a=a ".repeat(100_000));
    String message = check(source.toString());
    assertEquals("function or expression too complex near 'a'", message.substring(7));
  }

  @Test
  void hugeSources_areRefused() {
    assertEquals("x:1: chunk too large (limit is 4194304 octets)", check(" ".repeat(4_194_305)));
  }
}
