package netarium.engine.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.lua.compile.LuaCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether a function runs in the opcode loop or as a class of its own is a matter of speed alone.
class FastFunctionTest {
  /// What somebody could tell two runs apart by.
  private record Outcome(String console, long units, long octets) {}

  private static Outcome play(byte[] source, String name, boolean isMade, long quantum) {
    LuaRig rig = new LuaRig();
    Proto proto = LuaCompiler.compile(source, name);
    if (isMade) {
      make(proto);
    }
    Closure main = Closure.main(rig.machine, proto, rig.machine.globals);
    rig.play(rig.machine.newTask(main), quantum);
    return new Outcome(rig.console.toString(), rig.units, rig.machine.account.used());
  }

  private static void make(Proto proto) {
    proto.makeFast();
    for (Proto inner : proto.protos) {
      make(inner);
    }
  }

  private static void assertNoDifference(byte[] source, String name) {
    Outcome looped = play(source, name, false, 10_000);
    assertEquals(looped, play(source, name, true, 10_000), "in long turns");
    assertEquals(looped.console, play(source, name, true, 1).console, "in the shortest turns");
    assertEquals(looped.units, play(source, name, true, 7).units, "in short turns");
  }

  @ParameterizedTest
  @MethodSource("netarium.engine.lua.RecordedScriptsTest#names")
  void recordedScript_runsAlikeAsClasses(String name) {
    assertNoDifference(LuaRig.resource(name + ".lua"), "@" + name + ".lua");
  }

  @Test
  void deepRecursion_leavesTheJavaStackInTime() {
    assertNoDifference(
        octets(
            """
            local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
            print(depth(15000))
            print(pcall(function() local function f() return 1 + f() end return f() end))
            """),
        "=deep");
  }

  @Test
  void endlessTailCalls_takeNoStack() {
    assertNoDifference(
        octets(
            """
            local odd
            local function even(n) if n == 0 then return true end return odd(n - 1) end
            function odd(n) if n == 0 then return false end return even(n - 1) end
            print(even(100000), select("#", (function(...) return ... end)(1, nil, nil)))
            """),
        "=tail");
  }

  @Test
  void comparatorsOfSort_mayFailWaitAndSort() {
    assertNoDifference(
        octets(
            """
            local t = {}
            for i = 1, 300 do t[i] = i * 7919 % 1009 end
            table.sort(t, function(a, b)
              local inner = {b, a}
              table.sort(inner, function(x, y) return x < y end)
              return a ~= b and inner[1] == a
            end)
            print(table.concat(t, " ", 1, 20))
            print(pcall(table.sort, t, function(a, b) return a.x < b end))
            print(pcall(table.sort, t, function(a, b) error("no " .. type(a), 2) end))
            print(pcall(table.sort, t, function() return true end))
            print(coroutine.wrap(function()
              return pcall(table.sort, t, function(a, b) coroutine.yield() end)
            end)())
            table.sort(t, function(a, b) return select(2, 1, a > b) end)
            table.sort(t, function() end)
            print(t[1])
            """),
        "=sort");
  }

  @Test
  void hookSetInBetween_seesEveryLine() {
    assertNoDifference(
        octets(
            """
            local lines = {}
            local function work(n) local s = 0
              for i = 1, n do
                s = s + i
              end
              return s
            end
            work(1000)
            debug.sethook(function(_, line) lines[#lines + 1] = line end, "l")
            work(3)
            debug.sethook()
            print(work(1000), table.concat(lines, " "))
            """),
        "=hook");
  }

  @Test
  void hotFunction_becomesAClass() {
    LuaRig rig = new LuaRig();
    Proto main =
        LuaCompiler.compile(
            octets("local s = 0 for i = 1, 200000 do s = s + i % 7 end print(s)"), "=hot");
    assertNull(main.fastFunction);
    rig.play(rig.machine.newTask(Closure.main(rig.machine, main, rig.machine.globals)), 10_000);
    assertNotNull(main.fastFunction, "after many turns in one loop");
    assertEquals("599997\n", rig.console.toString());
  }

  /// HotSpot would never compile it.
  @Test
  void longFunction_staysInTheLoop() {
    StringBuilder source = new StringBuilder("local a, b = 1, 2 ");
    for (int i = 0; i < 400; i++) {
      source.append("a = a + b * ").append(i).append(' ');
    }
    Proto proto = LuaCompiler.compile(octets(source + "print(a)"), "=long");
    proto.makeFast();
    assertNull(proto.fastFunction);
    assertTrue(proto.code.length > 400, "instructions: " + proto.code.length);
  }

  private static byte[] octets(String source) {
    return source.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
