package netarium.engine.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What the engine does with tasks: run, park, wake, wait for the world, fail.
class TaskTest {
  private static LuaRig rigWithWait() {
    return new LuaRig().with("wait", (co, func, n) -> co.park());
  }

  private static RunStatus run(LuaRig rig, Coroutine task) {
    return rig.machine.run(task, 1_000_000);
  }

  /// Parks, is woken with a number, and so on until it ends.
  private static String playWaking(String source) {
    LuaRig rig = rigWithWait();
    Coroutine task = rig.task(source);
    int wakes = 0;
    RunStatus status = run(rig, task);
    while (status == RunStatus.PARKED) {
      task.wake(new Num(++wakes), Str.of("w"));
      status = run(rig, task);
    }
    String end = status == RunStatus.FAILED ? task.failureText().toString() : "";
    return rig.console + end;
  }

  @Test
  void parkedNative_returnsWhatItIsWokenWith() {
    assertEquals("1\tw\n2\n", playWaking("print(wait()) print((wait()))"));
  }

  @Test
  void parking_worksInsideCoroutinesWithoutResumeReturning() {
    assertEquals(
        "true\t1\t2\nend\n",
        playWaking(
            """
            local co = coroutine.create(function()
              local inner = coroutine.wrap(function() return (wait()) end)
              return inner(), (wait())
            end)
            print(coroutine.resume(co)) print("end")
            """));
  }

  @Test
  void parking_worksInsidePcallSortGsubAndMetamethods() {
    assertEquals(
        "true\t1\n9 5 1\nX3Y4Z\n5\n6\t7\n",
        playWaking(
            """
            print(pcall(function() return (wait()) end))
            local waited = false
            local t = {5, 1, 9}
            table.sort(t, function(a, b)
              if not waited then wait() waited = true end
              return a > b
            end)
            print(table.concat(t, " "))
            print((("X-Y-Z"):gsub("-", function() return (wait()) end)))
            print(setmetatable({}, {__index = function() return (wait()) end}).field)
            local function iterator(_, c) if not c then return (wait()), (wait()) end end
            for a, b in iterator do print(a, b) end
            """));
  }

  @Test
  void wakingWithAnError_raisesItAtTheNative() {
    LuaRig rig = rigWithWait();
    Coroutine task = rig.task("print(pcall(wait)) wait()");
    assertEquals(RunStatus.PARKED, run(rig, task));
    task.wakeWithError(Str.of("reset"));
    assertEquals(RunStatus.PARKED, run(rig, task));
    assertEquals("false\treset\n", rig.console.toString());
    task.wakeWithError(Str.of("gone"));
    assertEquals(RunStatus.FAILED, run(rig, task));
    assertEquals(
        "gone\nstack traceback:\n\t[C]: in function 'wait'\n\tscript:1: in main chunk",
        task.failureText().toString());
  }

  @Test
  void parkedTask_mustBeWokenBeforeItRuns() {
    LuaRig rig = rigWithWait();
    Coroutine task = rig.task("wait()");
    assertThrows(IllegalStateException.class, () -> task.wake());
    assertEquals(RunStatus.PARKED, run(rig, task));
    assertTrue(task.isParked());
    assertThrows(IllegalStateException.class, () -> run(rig, task));
  }

  @Test
  void endedTask_hasItsResults() {
    LuaRig rig = new LuaRig();
    Coroutine task = rig.task("local a, b = ... return b, a, nil", Num.ONE, Bool.TRUE);
    assertEquals(RunStatus.ENDED, run(rig, task));
    assertEquals(3, task.results().length);
    assertEquals(Bool.TRUE, task.results()[0]);
    assertEquals(Nil.NIL, task.results()[2]);
  }

  @Test
  void worldCall_waitsForItsInstantAndThenRunsFirst() {
    long[] open = {0};
    StringBuilder asked = new StringBuilder();
    WorldGate gate =
        units -> {
          asked.append(units).append(' ');
          return open[0] > 0;
        };
    LuaRig rig = new LuaRig(MemoryAccount.unlimited(), gate);
    Coroutine task = rig.task("print('a') local f = print pcall(f, 'b')");
    assertEquals(RunStatus.WORLD, run(rig, task));
    assertEquals("", rig.console.toString());
    open[0] = 1;
    assertEquals(RunStatus.ENDED, run(rig, task));
    assertEquals("a\nb\n", rig.console.toString());
    assertEquals(
        2, asked.toString().trim().split(" ").length, "asked once for each call: " + asked);
  }

  @Test
  void worldCall_costsFiftyUnitsMore() {
    LuaRig rig = new LuaRig();
    rig.play(rig.task("print()"), 1_000);
    LuaRig plain = new LuaRig();
    plain.play(plain.task("type(1)"), 1_000);
    long difference = rig.units - plain.units;
    assertTrue(difference >= 49 && difference <= 51, "difference is " + difference);
  }

  @Test
  void endlessLoop_usesItsQuantumAndNoMore() {
    LuaRig rig = new LuaRig();
    Coroutine task = rig.task("while true do end");
    assertEquals(RunStatus.QUANTUM, rig.machine.run(task, 10_000));
    assertTrue(rig.machine.unitsUsed() >= 10_000 && rig.machine.unitsUsed() < 10_100);
    assertEquals(RunStatus.QUANTUM, rig.machine.run(task, 10_000));
  }

  @Test
  void nativesThatCallNatives_useTheirQuantumAndNoMore() {
    LuaRig rig = new LuaRig();
    Coroutine task =
        rig.task(
            "local t = setmetatable({}, {__len = function() return 1e9 end})"
                + " table.sort(t, tostring)");
    for (int turn = 0; turn < 3; turn++) {
      assertEquals(RunStatus.QUANTUM, rig.machine.run(task, 10_000));
      assertTrue(rig.machine.unitsUsed() >= 10_000 && rig.machine.unitsUsed() < 10_100);
    }
  }

  @Test
  void sortByANative_inManyTurns_endsAsInOne() {
    String script =
        "local t = {} for i = 1, 200 do t[i] = (i * 37) % 101 end"
            + " print(pcall(table.sort, t, rawequal)) print(table.concat(t, ' '))";
    LuaRig whole = new LuaRig();
    whole.play(whole.task(script), 1_000_000);
    LuaRig cut = new LuaRig();
    cut.play(cut.task(script), 7);
    assertEquals(whole.units, cut.units);
    assertEquals(whole.console.toString(), cut.console.toString());
  }

  @Test
  void numeralThatBeginsWithAPoint_isNoEndOfTheWordBefore() {
    LuaRig rig = new LuaRig();
    rig.play(rig.task("print((function() return.5 end)())"), 1_000);
    assertEquals("0.5\n", rig.console.toString());
  }

  @Test
  void abort_passesEveryPcallAndCoroutine() {
    LuaRig rig = new LuaRig();
    Coroutine task =
        rig.task("pcall(coroutine.wrap(function() pcall(function() while true do end end) end))");
    assertEquals(RunStatus.QUANTUM, rig.machine.run(task, 10_000));
    rig.machine.abort(task, "instruction limit reached");
    assertEquals(RunStatus.FAILED, run(rig, task));
    assertEquals("instruction limit reached", task.failure().toString());
  }

  @Test
  void machines_shareNothing() {
    LuaRig one = new LuaRig();
    LuaRig two = new LuaRig();
    one.play(one.task("x = 1 string.rep = nil getmetatable('').__index = {}"), 1_000);
    two.play(two.task("print(x, ('a'):rep(3))"), 1_000);
    assertEquals("nil\taaa\n", two.console.toString());
  }

  @Test
  void names_areNumbersInOrderOfCreation() {
    String script = "print({}, function() end, coroutine.create(print), print)";
    assertEquals(LuaRig.output(script), LuaRig.output(script));
  }
}
