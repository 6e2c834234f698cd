package netarium.engine.lua.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.Num;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.Str;
import netarium.engine.lua.WorldGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaCompilerTest {
  private static LuaValue value(byte[] source) {
    LuaMachine machine = new LuaMachine(MemoryAccount.unlimited(), WorldGate.OPEN);
    Closure main = Closure.main(machine, LuaCompiler.compile(source, "=t"), machine.globals);
    Coroutine task = machine.newTask(main);
    assertEquals(RunStatus.ENDED, machine.run(task, 1_000_000));
    return task.results()[0];
  }

  private static double number(String expression) {
    return ((Num) value(("return " + expression).getBytes(StandardCharsets.UTF_8))).v;
  }

  private static String message(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    return assertThrows(LuaError.class, () -> LuaCompiler.compile(bytes, "@scripts/x.lua"))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "10^0.3, 1.9952623149688795",
    "1/-0.0, -Infinity",
    "-0.0, -0.0",
    "1/(-(0)), -Infinity",
    "-0x0, -0.0",
    "5 - 0, 5",
    "0.1 + 0.2, 0.30000000000000004",
    "0xA.8p1, 21",
    "0x.1p4, 1",
    "1e999, Infinity",
    "123456789012345678, 123456789012345680",
    "4.9e-324, 4.9e-324",
    "2^53, 9007199254740992"
  })
  void constants_areExact(String expression, double expected) {
    assertEquals(expected, number(expression));
  }

  @Test
  void octetsOfLiterals_survive() {
    byte[] source = {'r', 'e', 't', 'u', 'r', 'n', '"', (byte) 0xFF, 0, (byte) 0x80, '"'};
    assertArrayEquals(
        new byte[] {(byte) 0xFF, 0, (byte) 0x80}, ((Str) value(source)).toByteArray());
  }

  @Test
  void syntaxErrors_haveChunkAndLine() {
    assertEquals("scripts/x.lua:3: unexpected symbol near '='", message("\n\nx = = 1"));
    assertEquals("scripts/x.lua:1: malformed number near '3e'", message("x = 3e"));
    assertEquals("scripts/x.lua:2: <break> at line 1 not inside a loop", message("break\n"));
  }

  @Test
  void bombs_endAsErrors() {
    assertTrue(message("x = " + "(".repeat(100_000)).contains("levels"));
    assertTrue(message("local " + "a,".repeat(300) + "b").contains("too many local variables"));
    assertTrue(message("\u001bLua").startsWith("scripts/x.lua:1:"));
    assertTrue(message("f(" + "1,".repeat(300) + "1)").contains("too complex"));
  }

  @Test
  void firstLineForShells_keepsLineNumbers() {
    assertEquals("scripts/x.lua:2: unexpected symbol near '='", message("#!/bin/lua\n= 1"));
  }

  @Test
  void numbersNextToZero_areKeptBesideNegatedZeros() {
    assertEquals(1e-320, number("(function(a, b) return b end)(-0.0, 1e-320)"));
    assertEquals(Double.NEGATIVE_INFINITY, number("1/(-0.0) + 5e-324"));
  }

  @Test
  void bracketsInLongBrackets_areText() {
    byte[] source = "--[[ a [[ b ]] return [[x[[y=]=]==]]".getBytes(StandardCharsets.UTF_8);
    assertEquals("x[[y=]=]==", value(source).toString());
  }

  @Test
  void surplusExpressionsOfAFor_areEvaluatedAndDropped() {
    String source =
        "local n, t = 0, {} local function f() n = n + 1 end"
            + " local function once(s, c) if not c then return 1 end end"
            + " for k in once, {}, nil, f(), (function() for a in b, c, d, e do end end), f() do"
            + " t[#t + 1] = k end return n + #t";
    assertEquals(3, ((Num) value(source.getBytes(StandardCharsets.UTF_8))).v);
  }
}
