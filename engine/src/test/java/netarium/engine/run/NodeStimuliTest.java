package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// Crash, restart, pause and new settings of a node.
class NodeStimuliTest {
  private static final String SERVER =
      """
      print("up")
      net.listen(80)
      while true do
        local r = net.recv()
        if r then net.send(r.src_ip, r.src_port, "echo " .. r.data) end
      end
      """;

  /// Says ten things, a tenth of a second apart, and prints what comes back.
  private static final String CLIENT =
      """
      local conn = net.connect("10.0.1.2", 80)
      for i = 1, 10 do
        conn:send("n" .. i)
        local r
        repeat r = conn:recv() until r
        print(r.data)
        sleep(0.1)
      end
      conn:close()
      """;

  private static TestProject project(String stimuli) {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", ", \"delay\": \"1ms\"")
        .script("server.lua", SERVER)
        .script("client.lua", CLIENT)
        .with(", \"stimuli\": [" + stimuli + "]");
  }

  private static List<TcpSegment> segmentsFrom(TestProject.Run run, int node) {
    return run.all(SimEvent.FrameSent.class).stream()
        .filter(sent -> sent.node() == node && sent.frame().payload() instanceof Ipv4Datagram)
        .map(sent -> ((Ipv4Datagram) sent.frame().payload()).payload())
        .filter(TcpSegment.class::isInstance)
        .map(TcpSegment.class::cast)
        .toList();
  }

  @Test
  void crash_saysGoodbyeToNobody() {
    TestProject.Run run =
        project("{ \"at\": \"350ms\", \"do\": \"crash\", \"node\": \"server\" }").run();
    assertTrue(
        segmentsFrom(run, 0).stream().noneMatch(s -> s.flags().fin() || s.flags().rst()),
        "no FIN, no RST");
    assertTrue(
        run.all(SimEvent.ProcessEnded.class).stream().anyMatch(end -> end.how().equals("crashed")));
    assertTrue(
        run.all(SimEvent.FrameDropped.class).stream()
            .anyMatch(drop -> drop.reason() == DropReason.NODE_DOWN));
    assertTrue(run.console("client").startsWith("echo n1\necho n2\necho n3\necho n4\n"));
    assertFalse(run.console("client").contains("echo n6"));
    assertTrue(
        run.all(SimEvent.TimerExpired.class).stream()
            .anyMatch(timer -> timer.timer().equals("retransmission")));
  }

  @Test
  void restart_startsProgramsAgainAndAnswersOldConnectionsWithReset() {
    TestProject.Run run =
        project("{ \"at\": \"350ms\", \"do\": \"restart\", \"node\": \"server\" }").run();
    assertEquals("up\nup\n", run.console("server"));
    assertTrue(segmentsFrom(run, 0).stream().anyMatch(s -> s.flags().rst()));
    assertFalse(run.console("client").contains("echo n6"));
  }

  @Test
  void crashForAWhile_bootsAfterIt() {
    TestProject.Run run =
        project("{ \"at\": \"350ms\", \"do\": \"crash\", \"node\": \"server\", \"for\": \"2s\" }")
            .run();
    assertEquals("up\nup\n", run.console("server"));
    SimEvent.ProcessStarted again =
        run.all(SimEvent.ProcessStarted.class).stream()
            .filter(start -> start.node() == 0)
            .skip(1)
            .findFirst()
            .orElseThrow();
    assertEquals(2_350_000_000L, again.at().nanos());
  }

  @Test
  void startOfAProgramThatWasPlanned_diesWithThePower() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "a", "kind": "vm", "programs":
                  [ { "kind": "script", "script": "scripts/a.lua", "start": "5s" } ] }\
                """)
            .script("a.lua", "print('here')")
            .with(
                ", \"stimuli\": [{ \"at\": \"1s\", \"do\": \"restart\", \"node\": \"a\","
                    + " \"for\": \"1s\" }]")
            .run();
    assertEquals("here\n", run.console("a"));
    assertEquals(7_000_000_000L, run.all(SimEvent.ProcessStarted.class).getFirst().at().nanos());
  }

  @Test
  void pause_keepsConnectionsAndGoesOn() {
    TestProject.Run run =
        project("{ \"at\": \"350ms\", \"do\": \"pause\", \"node\": \"server\", \"for\": \"3s\" }")
            .run();
    assertEquals("up\n", run.console("server"));
    for (int i = 1; i <= 10; i++) {
      assertTrue(run.console("client").contains("echo n" + i + "\n"), run.console("client"));
    }
    assertTrue(
        run.all(SimEvent.FrameSent.class).stream()
            .filter(sent -> sent.node() == 0)
            .noneMatch(
                sent -> sent.at().nanos() > 350_000_000L && sent.at().nanos() < 3_350_000_000L),
        "a node that stands still sends nothing");
  }

  @Test
  void pausedSender_sendsNothingUntilItGoesOn() {
    TestProject.Run run =
        project("{ \"at\": \"350ms\", \"do\": \"pause\", \"node\": \"client\", \"for\": \"3s\" }")
            .run();
    assertTrue(
        run.events().stream()
            .filter(event -> event.node() == 1 && !(event instanceof SimEvent.FrameDropped))
            .noneMatch(
                event -> event.at().nanos() > 350_000_000L && event.at().nanos() < 3_350_000_000L));
    assertTrue(run.console("client").endsWith("echo n10\n"), run.console("client"));
  }

  @Test
  void slowerProcessor_takesLonger() {
    String loop = "local t = time.now() for i = 1, 100000 do end print(time.now() - t > 1)";
    String stimulus =
        ", \"stimuli\": [{ \"at\": \"0s\", \"do\": \"set\", \"node\": \"a\", \"key\": \"cpu\","
            + " \"value\": \"100us\" }]";
    TestProject slow = new TestProject().vm("a", "", "a.lua").script("a.lua", loop).with(stimulus);
    TestProject fast = new TestProject().vm("a", "", "a.lua").script("a.lua", loop);
    long slowNanos = slow.run().result().time().nanos();
    long fastNanos = fast.run().result().time().nanos();
    assertTrue(slowNanos > 100 * fastNanos, slowNanos + " " + fastNanos);
  }

  @Test
  void newAddress_isAnnouncedAndAnswers() {
    TestProject.Run run =
        project(
                "{ \"at\": \"0s\", \"do\": \"set\", \"node\": \"server\", \"key\": \"eth0.ipv4\","
                    + " \"value\": \"10.0.1.9/24\" }")
            .script("client.lua", CLIENT.replace("10.0.1.2", "10.0.1.9"))
            .run();
    assertTrue(run.console("client").endsWith("echo n10\n"), run.console("client"));
  }

  @Test
  void newHardwareAddress_isLearntByOthers() {
    TestProject.Run run =
        project(
                "{ \"at\": \"350ms\", \"do\": \"set\", \"node\": \"server\", \"key\":"
                    + " \"eth0.mac\", \"value\": \"02:00:00:00:00:99\" }")
            .run();
    assertTrue(run.console("client").endsWith("echo n10\n"), run.console("client"));
    assertTrue(
        run.all(SimEvent.FrameSent.class).stream()
            .anyMatch(sent ->
                sent.node() == 1
                    && sent.frame().destination().toString().equals("02:00:00:00:00:99")));
  }

  @Test
  void newGateway_leadsAway() {
    TestProject.Run run =
        new TestProject()
            .vm("far", "10.0.2.2/24", "server.lua")
            .vm("near", "10.0.1.3/24", "client.lua")
            .node(
                """
                { "id": "r", "kind": "router", "interfaces": [
                  { "name": "eth0", "ipv4": "10.0.1.1/24" },
                  { "name": "eth1", "ipv4": "10.0.2.1/24" } ] }\
                """)
            .link("l1", "near:eth0", "r:eth0", "")
            .link("l2", "far:eth0", "r:eth1", "")
            .script("server.lua", SERVER)
            .script("client.lua", CLIENT.replace("10.0.1.2", "10.0.2.2"))
            .with(
                """
                , "stimuli": [
                  { "at": "0s", "do": "set", "node": "near", "key": "eth0.gateway",
                    "value": "10.0.1.1" },
                  { "at": "0s", "do": "set", "node": "far", "key": "eth0.gateway",
                    "value": "10.0.2.1" },
                  { "at": "0s", "do": "set", "node": "near", "key": "eth0.mtu", "value": "576" } ]\
                """)
            .run();
    assertTrue(run.console("near").endsWith("echo n10\n"), run.console("near"));
  }

  @Test
  void switchWithoutPower_passesNothingOn() {
    TestProject.Run run =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
            .link("l1", "server:eth0", "sw:p1", "")
            .link("l2", "client:eth0", "sw:p2", "")
            .script("server.lua", SERVER)
            .script("client.lua", CLIENT)
            .with(
                ", \"stimuli\": [{ \"at\": \"350ms\", \"do\": \"crash\", \"node\": \"sw\","
                    + " \"for\": \"1s\" }]")
            .run();
    assertTrue(
        run.all(SimEvent.FrameDropped.class).stream()
            .anyMatch(drop -> drop.reason() == DropReason.NODE_DOWN));
    assertTrue(run.console("client").contains("echo n10\n"), run.console("client"));
  }

  @Test
  void whatWasDone_isRecordedAndReplayed() {
    var project = project("").project();
    EventLog log = new EventLog();
    Simulation live = Simulation.of(project, RunSettings.with(log));
    var stimuli =
        project(
                """
                { "at": "0s", "do": "pause", "node": "server", "for": "1s" },
                { "at": "0s", "do": "restart", "node": "server", "for": "500ms" },
                { "at": "0s", "do": "set", "node": "client", "key": "eth0.ipv4",
                  "value": "10.0.1.4/24" },
                { "at": "0s", "do": "crash", "node": "client" }\
                """)
            .project()
            .topology()
            .stimuli();
    for (int i = 0; i < stimuli.size(); i++) {
      live.advance(SimTime.ZERO.plus(SimDuration.ofMillis(200 + 700L * i)));
      live.apply(stimuli.get(i));
    }
    RunResult result = live.runToEnd();
    Simulation replay = Simulation.replaying(live.recording(), RunSettings.with(event -> {}));
    assertEquals(result, replay.runToEnd());
    assertTrue(replay.divergence().isEmpty());
    assertTrue(
        log.events().stream()
            .anyMatch(event ->
                event instanceof SimEvent.StimulusApplied applied
                    && applied.action().equals("boot server")));
  }
}
