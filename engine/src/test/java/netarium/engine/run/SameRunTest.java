package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.OptionalLong;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.Test;

/// The same inputs make the same run, and in-place continuation changes nothing.
final class SameRunTest {
  private static final RunSettings QUIET = RunSettings.with(EventSink.NONE);

  /// Four clients with random pauses and sizes against one server, over lossy links with jitter.
  private static TestProject busy() {
    TestProject project =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
            .link("ls", "server:eth0", "sw:p0", ", \"loss\": \"2%\", \"jitter\": \"3ms\"")
            .script(
                "server.lua",
                """
                net.listen(7)
                go(function()
                  while true do
                    sleep(0.01)
                    for i = 1, 5000 do end
                  end
                end)
                while true do
                  local r = net.recv()
                  if r then net.send(r.src_ip, r.src_port, #r.data .. ":" .. math.random(100)) end
                end
                """)
            .script(
                "client.lua",
                """
                local c = net.connect("server", 7)
                for i = 1, 8 do
                  c:send(("x"):rep(math.random(4000)))
                  local r repeat r = c:recv() until r
                  print(os.clock(), os.time(), r.data)
                  sleep(math.random() / 100)
                end
                c:close()
                """);
    for (int i = 0; i < 4; i++) {
      String id = "c" + i;
      project.vm(id, "10.0.1.1" + i + "/24", "client.lua");
      project.link(
          "l" + i, id + ":eth0", "sw:p" + (i + 1), ", \"loss\": \"5%\", \"duplicate\": \"1%\"");
    }
    return project;
  }

  @Test
  void sameProjectTwice_isTheSameRun() {
    TestProject.Run first = busy().run(untilFiveSeconds());
    assertEquals(first.result(), busy().run(untilFiveSeconds()).result());
    assertEquals(first.events(), busy().run(untilFiveSeconds()).events());
  }

  @Test
  void anotherSeed_isAnotherRun() {
    RunResult first = busy().run(untilFiveSeconds()).result();
    RunResult other = busy().run(untilFiveSeconds().withSeed(OptionalLong.of(2))).result();
    assertNotEquals(first.hash(), other.hash());
  }

  @Test
  void inPlaceContinuationOff_isTheSameRun() {
    TestProject.Run on = busy().run(untilFiveSeconds());
    TestProject.Run off = busy().run(untilFiveSeconds().inPlace(false));
    assertEquals(on.events(), off.events());
    assertEquals(on.result(), off.result());
  }

  @Test
  void runInManySteps_isTheSameRun() {
    RunResult whole = busy().run(untilFiveSeconds()).result();
    Simulation simulation = Simulation.of(busy().project(), untilFiveSeconds());
    for (long at = 0; !simulation.isOver(); at += 777_777) {
      simulation.advance(new SimTime(at));
    }
    assertEquals(whole, simulation.result());
  }

  @Test
  void bundledProject_isTheSameRun() {
    Project project = busy().project();
    Project reopened =
        switch (Projects.openBundle(project.bundle(), "test.netarium")) {
          case OpenResult.Opened opened -> opened.project();
          case OpenResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    assertEquals(
        busy().run(untilFiveSeconds()).result(),
        TestProject.run(reopened, untilFiveSeconds()).result());
  }

  private static RunSettings untilFiveSeconds() {
    return QUIET.withUntil(new SimTime(5_000_000_000L));
  }
}
