package netarium.engine.lua.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.Str;
import org.junit.jupiter.api.Test;

class StringLibTest {
  private final LibraryMachine lua = new LibraryMachine(8 << 20);

  @Test
  void gsubCallback_mayWait() {
    Coroutine task = lua.task("return ('a-b'):gsub('%w', function(c) return wait(c) end)");
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake(Str.of("first"));
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake(Str.of("second"));
    assertEquals("true|first-second|2", lua.outcome(task, lua.finish(task)));
  }

  @Test
  void gsubWithWaitingNative_takesItsResults() {
    Coroutine task = lua.task("return ('ab'):gsub('.', wait)");
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake(Str.of("x"));
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake();
    assertEquals("true|xb|2", lua.outcome(task, lua.finish(task)));
  }

  @Test
  void tostringHandlerInFormat_mayWait() {
    Coroutine task =
        lua.task(
            "local t = setmetatable({}, {__tostring = function() return wait() end})"
                + " return ('<%5s|%s>'):format(t, t)");
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake(Str.of("ab"));
    assertEquals(RunStatus.PARKED, lua.finish(task));
    task.wake(Str.of("c"));
    assertEquals("true|<   ab|c>", lua.outcome(task, lua.finish(task)));
  }

  @Test
  void yieldAcrossGsub_isRefusedAsInLua() {
    assertEquals(
        "true|false|attempt to yield across a C-call boundary",
        lua.run(
            "return coroutine.wrap(function()"
                + " return pcall(string.gsub, 'abc', '%w', coroutine.yield) end)()"));
  }

  @Test
  void hugeStrings_areRefusedBeforeTheyExist() {
    assertEquals("false|not enough memory", lua.run("return ('x'):rep(9e6)"));
    assertEquals("false|not enough memory", lua.run("return ('x'):rep(2e9, 'yyyy')"));
    assertEquals(
        "false|not enough memory", lua.run("local s = ('x'):rep(1e5) return (s:gsub('x', s))"));
    assertEquals(
        "false|not enough memory",
        lua.run("local s = ('x'):rep(4e6) return ('%s%s%s'):format(s, s, s)"));
    assertEquals("true|1000000", lua.run("return #('x'):rep(1e6)"));
  }

  @Test
  void hopelessPatterns_endWithAnError() {
    assertEquals(
        "false|x:1: pattern too complex",
        lua.run("return (('a'):rep(60)):find(('a-'):rep(30) .. 'b')"));
    assertTrue(lua.units > 1_000_000, "its steps are charged: " + lua.units);
  }

  @Test
  void work_isChargedByOctets() {
    lua.run("local s = ('x'):rep(320000)");
    assertTrue(lua.units > 10_000 && lua.units < 10_100, "units: " + lua.units);
    lua.units = 0;
    lua.run("return ('x'):rep(32000):find('y', 1, true)");
    assertTrue(lua.units > 2_000 && lua.units < 2_100, "units: " + lua.units);
  }

  @Test
  void slices_shareNoVisibleState() {
    assertEquals(
        "true|bcd|BCD|true|true",
        lua.run(
            "local s = ('a'):rep(50) .. 'bcd' local t = s:sub(-3) local k = {[t] = true}"
                + " return t, t:upper(), k['bcd'], t == 'bcd'"));
  }

  @Test
  void randomNumbers_dependOnTheSeedAlone() {
    String draw = "math.randomseed(7) return math.random(), math.random(100), math.random(-5, 5)";
    String first = lua.run(draw);
    assertEquals(first, lua.run(draw));
    assertEquals(first, new LibraryMachine(8 << 20).run(draw));
    assertEquals(
        "true|true",
        lua.run(
            "local seen = {} for i = 1, 1000 do local r = math.random(6)"
                + " if r < 1 or r > 6 or r % 1 ~= 0 then return false end seen[r] = true end"
                + " return #seen == 6"));
  }
}
