package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import netarium.engine.sim.SimTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final String SERVER =
      """
      net.listen(7)
      local keep = {}
      while true do
        local r = net.recv()
        if r then
          keep[#keep % 50 + 1] = r.data:rep(3)
          net.send(r.src_ip, r.src_port, r.data:upper() .. #keep)
        end
      end
      """;

  private static final String CLIENT =
      """
      local c = net.connect("server", 7)
      local cache = setmetatable({}, { __mode = "k" })
      for i = 1, 60 do
        c:send(("a"):rep(math.random(9000)))
        local r repeat r = c:recv() until r
        cache[{}] = r
        local co = coroutine.wrap(function()
          local t = {}
          for k = 1, math.random(3000) do
            t[k] = { k }
            if k % 500 == 0 then coroutine.yield(k) end
          end
        end)
        while co() do print(os.clock(), collectgarbage("count")) end
        pcall(error, { r })
        if i % 10 == 0 then collectgarbage() end
      end
      c:close()
      """;

  private static final String WORK =
      """
      local t = {}
      for i = 1, 3000 do
        t[i % 97] = { tostring(i), {} }
        table.sort({ 3, 1, 2 }, function(a, b) t[1] = { a, b } return a < b end)
        if math.random() < 0.05 then print(i, collectgarbage("count")) end
        if i % 200 == 0 then sleep(0.002) end
      end
      """;

  @Test
  void inPlaceContinuationOff_countsAtTheSameInstants() {
    TestProject.Run on = WASTEFUL.run();
    TestProject.Run off = WASTEFUL.run(RunSettings.with(event -> {}).inPlace(false));
    assertEquals(on.events(), off.events());
    assertEquals(on.result(), off.result());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void coroutinesMessagesAndErrors_areCountedAlike(long seed) {
    TestProject project =
        new TestProject()
            .vm("server", "10.0.0.1/24", "server.lua", "work.lua")
            .vm("client", "10.0.0.2/24", "client.lua", "work.lua")
            .link("l", "server:eth0", "client:eth0", ", \"loss\": \"3%\", \"jitter\": \"1ms\"")
            .script("server.lua", SERVER)
            .script("client.lua", CLIENT)
            .script("work.lua", WORK);
    RunSettings settings =
        RunSettings.with(event -> {})
            .withSeed(OptionalLong.of(seed))
            .withUntil(new SimTime(4_000_000_000L));
    TestProject.Run on = project.run(settings);
    TestProject.Run off = project.run(settings.inPlace(false));
    assertEquals(on.events(), off.events());
    assertEquals(on.result(), off.result());
  }
}
