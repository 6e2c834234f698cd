package netarium.engine.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Memory is counted by the program's own objects, and refused before it is taken.
class MemoryAccountTest {
  private static final long MEBI = 1 << 20;

  private static String play(long limit, String source) {
    LuaRig rig = new LuaRig(new MemoryAccount(limit), WorldGate.OPEN);
    return rig.play(rig.task(source), 10_000).console.toString();
  }

  @Test
  void endlessTable_failsWithACatchableErrorAndFreesItsMemory() {
    assertEquals(
        "false\tnot enough memory\nfalse\tnot enough memory\nok\n",
        play(
            2 * MEBI,
            """
            for i = 1, 2 do
              print(pcall(function() local t = {} for i = 1, 1e9 do t[i] = {i} end end))
            end
            local t = {} for i = 1, 1000 do t[i] = {i} end print("ok")
            """));
  }

  @Test
  void hugeString_isRefusedBeforeItIsMade() {
    assertEquals(
        "false\tnot enough memory\nfalse\tnot enough memory\n8\n",
        play(
            8 * MEBI,
            """
            print(pcall(string.rep, "x", 2^31 - 1))
            print(pcall(function() local s = "x" while true do s = s .. s end end))
            print(#string.rep("ab", 4))
            """));
  }

  @Test
  void garbage_doesNotCount() {
    assertEquals(
        "done\n",
        play(
            2 * MEBI,
            """
            for i = 1, 200000 do local t = {i, {}, "s" .. i} end
            for i = 1, 2000 do coroutine.wrap(function() coroutine.yield(i) end)() end
            local s = "" for i = 1, 3000 do s = s .. "0123456789" end
            for i = 1, 100000 do local f = function() return i end end
            print("done")
            """));
  }

  @Test
  void endlessRecursionAndCoroutines_endAsErrors() {
    assertEquals(
        "false\tnot enough memory\nfalse\tnot enough memory\nend\n",
        play(
            2 * MEBI,
            """
            print(pcall(function() local function f() return 1 + f() end f() end))
            local all = {}
            print(pcall(function()
              while true do
                local c = coroutine.wrap(function() coroutine.yield() end)
                c()
                all[#all + 1] = c
              end
            end))
            all = nil
            print("end")
            """));
  }

  @Test
  void count_isTheSameInEveryRunAndFallsWhenThingsGo() {
    String script =
        """
        collectgarbage()
        local before = collectgarbage("count")
        local t = {} for i = 1, 10000 do t[i] = {i} end
        local full = collectgarbage("count")
        t = nil collectgarbage()
        local after = collectgarbage("count")
        print(full - before > 500, after < before + 10, full, after)
        """;
    String first = play(64 * MEBI, script);
    assertTrue(first.startsWith("true\ttrue\t"), first);
    assertEquals(first, play(64 * MEBI, script));
  }

  @Test
  void linkedListOfAMillion_isCountedWithoutJavaStack() {
    assertEquals(
        "true\n",
        play(
            512 * MEBI,
            "local l for i = 1, 1000000 do l = {l} end collectgarbage() "
                + "print(collectgarbage('count') > 50000)"));
  }

  @Test
  void weakTables_loseWhatNothingElseHolds() {
    assertEquals(
        "1\tstays\nnil\tnil\nkept\tnil\n",
        play(
            64 * MEBI,
            """
            local keep = {}
            local values = setmetatable({n = 1, s = "stays", k = keep}, {__mode = "v"})
            local keys = setmetatable({}, {__mode = "k"})
            keys[keep] = "kept"
            do local gone = {} values.gone = gone keys[gone] = {gone} values[1] = gone end
            local a, b, c, d, e, f, g = 1, 2, 3, 4, 5, 6, 7
            collectgarbage()
            print(values.n, values.s)
            print(values.gone, values[1])
            local count = 0 for k in pairs(keys) do count = count + 1 end
            print(keys[keep], count == 1 and values.none)
            """));
  }

  @Test
  void weakTables_areClearedWithoutBeingAsked() {
    assertEquals(
        "true\n",
        play(
            64 * MEBI,
            """
            local cache = setmetatable({}, {__mode = "v"})
            for i = 1, 50000 do cache[i] = {i} end
            local n = 0 for _ in pairs(cache) do n = n + 1 end
            print(n < 30000)
            """));
  }

  @Test
  void accountOfTwoMachines_limitsThemTogether() {
    MemoryAccount account = new MemoryAccount(4 * MEBI);
    LuaRig one = new LuaRig(account, WorldGate.OPEN);
    LuaRig two = new LuaRig(account, WorldGate.OPEN);
    String fill = "t = {} for i = 1, 25000 do t[i] = {i} end print('ok')";
    one.play(one.task(fill), 10_000);
    two.play(two.task("print(pcall(function() " + fill + " end)) t = nil"), 10_000);
    assertEquals("ok\n", one.console.toString());
    assertEquals("false\tnot enough memory\n", two.console.toString());
    account.unregister(one.machine);
    two.console.setLength(0);
    two.play(two.task(fill), 10_000);
    assertEquals("ok\n", two.console.toString());
  }
}
