package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a run without a fixed end is over, and at which instant.
final class EndOfRunTest {
  private static SimTime endOf(String script) {
    return new TestProject()
        .vm("box", "10.0.1.2/24", "a.lua")
        .script("a.lua", script)
        .run()
        .result()
        .time();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sleep(2) | 2",
        "go(function() sleep(3) end) sleep(1) | 3",
        "while true do net.recv() end | 0",
        "net.listen(80) while true do net.recv() end | 0",
        "sleep(1.5) while true do net.recv() end | 1",
        "io.read() | 0",
        "while true do end | 60",
        "while true do sleep(0.5) end | 60",
      })
  void lastThingThatMatters_endsTheRun(String script, long wholeSeconds) {
    assertEquals(wholeSeconds, endOf(script).nanos() / 1_000_000_000);
  }

  @Test
  void fixedEnd_isReachedEvenWhenNothingHappens() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "", "a.lua")
            .script("a.lua", "print('x')")
            .run(RunSettings.with(event -> {}).withUntil(new SimTime(5_000_000_000L)));
    assertEquals("5.000000000", run.result().time().toString());
  }

  @Test
  void polls_areCheapAndPrompt() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "10.0.1.2/24", "poll.lua")
            .script(
                "poll.lua",
                """
                net.listen(80)
                local polls, start = 0, os.clock()
                go(function() sleep(0.5) local c = net.connect("localhost", 80) c:send("x") end)
                while true do
                  local r = net.recv()
                  polls = polls + 1
                  if r then break end
                end
                print(polls < 40, os.clock() - start < 0.01)
                """)
            .run();
    assertEquals("true\ttrue\n", run.console("box"));
    assertTrue(run.result().time().nanos() < 510_000_000L, run.result().summary());
  }

  @Test
  void endlessLoop_leavesOtherTasksOfTheMachineTheirTurns() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "", "spin.lua", "work.lua")
            .script("spin.lua", "while true do end")
            .script("work.lua", "for i = 1, 3 do sleep(0.1) print(i) end")
            .run(RunSettings.with(event -> {}).withUntil(new SimTime(500_000_000L)));
    assertEquals("1\n2\n3\n", run.console("box"));
  }
}
