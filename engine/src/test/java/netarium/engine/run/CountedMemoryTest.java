package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Counting memory costs units, so when it happens must not depend on how a run is cut into pieces.
final class CountedMemoryTest {
  /// Two programs that leave much garbage, one with a weak table, and print the clock as they go.
  private static final TestProject WASTEFUL =
      new TestProject()
          .vm("box", "", "a.lua", "b.lua")
          .script(
              "a.lua",
              """
              local t = {}
              local weak = setmetatable({}, { __mode = "v" })
              for i = 1, 20000 do
                t[i % 500 + 1] = { ("x"):rep(i % 50), i }
                weak[i % 100 + 1] = {}
                if i % 37 == 0 then print(i, os.clock()) end
                if i % 1000 == 0 then sleep(0.001) end
              end
              local n = 0
              for _ in pairs(weak) do n = n + 1 end
              print(n, collectgarbage("count"))
              """)
          .script(
              "b.lua",
              """
              for i = 1, 200 do
                sleep(0.0005)
                local s = ("y"):rep(5000)
                print(#s, os.clock())
              end
              """);

  @Test
  void inPlaceContinuationOff_countsAtTheSameInstants() {
    TestProject.Run on = WASTEFUL.run();
    TestProject.Run off = WASTEFUL.run(RunSettings.with(event -> {}).inPlace(false));
    assertEquals(on.events(), off.events());
    assertEquals(on.result(), off.result());
  }
}
