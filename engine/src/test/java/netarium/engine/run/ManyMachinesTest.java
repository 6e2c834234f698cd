package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Many machines in one run, and many coroutines in one machine.
final class ManyMachinesTest {
  private static final int MACHINES = 1_000;

  @Test
  void thousandMachinesWithAParkedScript_eachAnswerOneMessage() {
    TestProject project =
        new TestProject()
            .vmWith("asker", "10.1.0.1/16", ", \"limits\": {\"memory\": \"64MiB\"}", "asker.lua")
            .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
            .link("la", "asker:eth0", "sw:pa", "")
            .script(
                "answer.lua",
                """
                net.listen(7)
                while true do
                  local r = net.recv()
                  if r then net.send(r.src_ip, r.src_port, r.data .. " from " .. net.ip()) end
                end
                """)
            .script(
                "asker.lua",
                """
                local n = 0
                for i = 0, 999 do
                  local ip = "10.1." .. (1 + math.floor(i / 250)) .. "." .. (1 + i % 250)
                  local c = net.connect(ip, 7)
                  c:send("hello")
                  local r repeat r = c:recv() until r
                  if r.data == "hello from " .. ip then n = n + 1 end
                  c:close()
                end
                print(n .. " answers")
                """);
    for (int i = 0; i < MACHINES; i++) {
      String address = "10.1." + (1 + i / 250) + "." + (1 + i % 250) + "/16";
      project.vm("m" + i, address, "answer.lua");
      project.link("l" + i, "m" + i + ":eth0", "sw:p" + i, "");
    }
    TestProject.Run run = project.run();
    assertEquals("1000 answers\n", run.console("asker"));
  }

  @Test
  void tenThousandCoroutines_waitInOneMachine() {
    TestProject.Run run =
        new TestProject()
            .vmWith("box", "", ", \"limits\": {\"memory\": \"32MiB\"}", "a.lua")
            .script(
                "a.lua",
                """
                local cos = {}
                for i = 1, 10000 do
                  cos[i] = coroutine.create(function(x) return x + coroutine.yield(x) end)
                  coroutine.resume(cos[i], i)
                end
                local before = collectgarbage("count")
                local sum = 0
                for i = 1, 10000 do local _, v = coroutine.resume(cos[i], 1) sum = sum + v end
                print(sum, before < 16 * 1024)
                """)
            .run();
    assertEquals("50015000\ttrue\n", run.console("box"));
  }

  /// The big figures are printed by `Counts` of the benchmarks.
  @Test
  void thousandProcesses_waitInTenMachinesAndAnswer() {
    TestProject project = new TestProject().script("a.lua", "sleep(10) print(1)");
    String[] programs = new String[100];
    Arrays.fill(programs, "a.lua");
    for (int i = 0; i < 10; i++) {
      project.vm("m" + i, "", programs);
    }
    TestProject.Run run = project.run();
    for (int i = 0; i < 10; i++) {
      assertEquals("1\n".repeat(100), run.console("m" + i));
    }
  }
}
