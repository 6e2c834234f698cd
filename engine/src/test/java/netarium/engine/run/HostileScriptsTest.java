package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Scripts that misbehave, beside two machines that do not.
final class HostileScriptsTest {
  private static final String SERVER =
      """
      net.listen(7)
      while true do
        local r = net.recv()
        if r then net.send(r.src_ip, r.src_port, r.data) end
      end
      """;

  private static final String CLIENT =
      """
      local c = net.connect("10.0.1.2", 7)
      for i = 1, 100 do
        c:send("ping " .. i)
        local r repeat r = c:recv() until r
      end
      print("done")
      c:close()
      """;

  private static TestProject beside(String... culprits) {
    TestProject project =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("server.lua", SERVER)
            .script("client.lua", CLIENT);
    for (int i = 0; i < culprits.length; i += 2) {
      project.vm(culprits[i], "", culprits[i] + ".lua");
      project.script(culprits[i] + ".lua", culprits[i + 1]);
    }
    return project;
  }

  private static SimTime doneAt(TestProject.Run run) {
    return run.all(SimEvent.ConsoleWritten.class).stream()
        .filter(written -> written.node() == 1)
        .findFirst()
        .orElseThrow()
        .at();
  }

  @Test
  void culpritsOfAllKinds_areNamedAndHarmNobody() {
    RunSettings threeSeconds = RunSettings.with(event -> {}).withUntil(new SimTime(3_000_000_000L));
    TestProject.Run alone = beside().run(threeSeconds);
    TestProject all =
        beside(
            "loop", "local x = 0\nwhile true do x = x + 1 end",
            "recurse", "local function f(n)\n  return 1 + f(n + 1)\nend\nprint(f(1))",
            "raise", "local t = {}\nt.x.y = 1",
            "grow", "local t = {}\nwhile true do\n  t[#t + 1] = 'row ' .. #t\nend",
            "rep", "local s\ns = string.rep('x', 4 * 1024 * 1024 * 1024)",
            "chunks", "local s = ('x'):rep(1024)\ns = s:rep(4 * 1024 * 1024)");
    TestProject.Run run = all.run(threeSeconds);
    assertEquals("done\n", run.console("client"));
    assertEquals(doneAt(alone), doneAt(run), "the healthy are as quick as without the others");
    assertEquals("scripts/loop.lua:2: busy for 1 s without waiting\n", run.console("loop"));
    assertTrue(
        run.console("recurse").startsWith("scripts/recurse.lua:2: stack overflow"),
        run.console("recurse"));
    assertTrue(
        run.console("raise")
            .startsWith("scripts/raise.lua:2: attempt to index field 'x' (a nil value)"),
        run.console("raise"));
    assertTrue(
        run.console("grow").startsWith("not enough memory\nstack traceback:\n")
            && run.console("grow").contains("scripts/grow.lua:3:"),
        run.console("grow"));
    assertTrue(
        run.console("rep").startsWith("scripts/rep.lua:2: resulting string too large"),
        run.console("rep"));
    assertTrue(
        run.console("chunks").startsWith("not enough memory\n")
            && run.console("chunks").contains("scripts/chunks.lua:2:"),
        run.console("chunks"));
    assertEquals(run.result(), all.run(threeSeconds).result());
  }

  @Test
  void instructionLimit_endsPastPcall() {
    TestProject.Run run =
        new TestProject()
            .vmWith("box", "", ", \"limits\": {\"instructions\": 1000000}", "a.lua")
            .script("a.lua", "while true do pcall(function() while true do end end) end")
            .run();
    assertTrue(run.console("box").contains("scripts/a.lua:1:"), run.console("box"));
    assertTrue(run.console("box").contains("1000000 instructions"), run.console("box"));
  }

  @Test
  void syntaxError_namesFileAndLine() {
    TestProject.Run run =
        new TestProject().vm("box", "", "a.lua").script("a.lua", "x = 1\nx = = 2").run();
    assertEquals("scripts/a.lua:2: unexpected symbol near '='\n", run.console("box"));
  }
}
