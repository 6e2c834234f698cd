package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Awaited.What;
import org.junit.jupiter.api.Test;

/// Whoever looks at a machine is told what its programs wait for.
final class WaitsTest {
  private static final String SERVER =
      """
      local l = net.Listen("tcp", ":80")
      while true do
        local c = l:Accept()
        if c then sleep(100) end
      end
      """;

  private static Simulation run(String client) {
    TestProject project =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l1", "server:eth0", "client:eth0", ", \"delay\": \"5ms\"")
            .script("server.lua", SERVER)
            .script("client.lua", client);
    return Simulation.of(project.project(), RunSettings.with(EventSink.NONE));
  }

  private static Waits after(String client, long millis, int node) {
    Simulation simulation = run(client);
    simulation.advance(new SimTime(millis * 1_000_000));
    return simulation.waits().get(node);
  }

  private static Waits.Wait only(Waits waits) {
    assertEquals(1, waits.all().size(), waits::toString);
    return waits.all().getFirst();
  }

  @Test
  void accept_namesThePort() {
    Waits.Wait wait = only(after("sleep(1000)", 5, 0));
    assertEquals(new Awaited(What.CLIENT, "0.0.0.0:80"), wait.awaited());
    assertEquals("scripts/server.lua:3", wait.place());
  }

  @Test
  void dial_namesWhoIsCalled() {
    Waits.Wait wait = only(after("net.Dial('tcp', '10.0.1.2:80')", 5, 1));
    assertEquals(new Awaited(What.CONNECT, "10.0.1.2:80"), wait.awaited());
  }

  @Test
  void read_namesTheOtherEnd() {
    Waits.Wait wait = only(after("net.Dial('tcp', '10.0.1.2:80'):Read()", 90, 1));
    assertEquals(new Awaited(What.READ, "10.0.1.2:80"), wait.awaited());
  }

  @Test
  void write_thatFindsNoRoom_namesTheOtherEnd() {
    String client = "net.Dial('tcp', '10.0.1.2:80'):Write(('x'):rep(1000000))";
    Waits.Wait wait = only(after(client, 3_000, 1));
    assertEquals(new Awaited(What.WRITE, "10.0.1.2:80"), wait.awaited());
  }

  @Test
  void sleep_saysUntilWhen_andIsNoWait() {
    Waits.Wait wait = only(after("\nsleep(1)", 5, 1));
    assertEquals(What.SLEEP, wait.awaited().what());
    assertEquals(1_000, wait.untilNanos().orElse(0) / 1_000_000);
    assertEquals("scripts/client.lua:2", wait.place());
  }

  @Test
  void poll_namesThePortsOfTheMailbox() {
    Waits.Wait wait = only(after("net.listen(7) while true do net.recv() end", 5, 1));
    assertEquals(new Awaited(What.MESSAGE, ":7"), wait.awaited());
  }

  @Test
  void poll_ofOneConnection_namesItsOtherEnd() {
    String client = "local c = net.connect('10.0.1.2', 80) while true do c:recv() end";
    Waits.Wait wait = only(after(client, 90, 1));
    assertEquals(new Awaited(What.READ, "10.0.1.2:80"), wait.awaited());
  }

  @Test
  void reader_waitsForInput() {
    assertEquals(What.INPUT, only(after("io.read()", 5, 1)).awaited().what());
  }

  @Test
  void busyProgram_isAtWork_andWaitsForNothing() {
    Waits waits = after("while true do end", 5, 1);
    assertTrue(waits.isAtWork());
    assertEquals(List.of(), waits.all());
  }

  @Test
  void severalTasks_areToldInTheirOrder() {
    Waits waits = after("go(function() sleep(2) end) io.read()", 5, 1);
    assertFalse(waits.isAtWork());
    assertEquals(
        List.of(What.INPUT, What.SLEEP),
        waits.all().stream().map(each -> each.awaited().what()).toList());
  }

  @Test
  void looking_changesNothing() {
    String client = "local c = net.Dial('tcp', '10.0.1.2:80') sleep(0.1) c:Write('x') c:Close()";
    Simulation watched = run(client);
    for (int i = 1; i <= 500; i++) {
      watched.advance(new SimTime(i * 1_000_000L));
      watched.waits();
    }
    Simulation alone = run(client);
    alone.advance(new SimTime(500_000_000));
    assertEquals(alone.result(), watched.result());
  }
}
