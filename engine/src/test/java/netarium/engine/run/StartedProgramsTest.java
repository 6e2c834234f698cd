package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

/// A hand starts programs on machines that have none of their own.
final class StartedProgramsTest {
  private static final String SERVER =
      """
      net.listen(80)
      while true do
        local r = net.recv()
        if r then
          net.send(r.src_ip, r.src_port, http.build_response(200, "here"))
        end
      end
      """;

  private final EventLog log = new EventLog();

  private static TestProject two() {
    return new TestProject()
        .vm("a", "10.0.1.1/24")
        .vm("b", "10.0.1.2/24", "server.lua")
        .script("server.lua", SERVER)
        .script("extra.lua", "print('extra', ...)")
        .link("l", "a:eth0", "b:eth0", ", \"delay\": \"5ms\"");
  }

  private static Stimulus.Start start(String node, String program, String... args) {
    return new Stimulus.Start(TimeSpan.ZERO, node, program, List.of(args), Extras.NONE);
  }

  private List<String> console(String node, Stimulus stimulus) {
    Simulation simulation =
        Simulation.of(
            two().project(), RunSettings.with(log).withUntil(new SimTime(20_000_000_000L)));
    simulation.advance(new SimTime(1_000_000_000L));
    simulation.apply(stimulus);
    simulation.runToEnd();
    int index = node.equals("a") ? 0 : 1;
    StringBuilder text = new StringBuilder();
    for (SimEvent event : log.events()) {
      if (event instanceof SimEvent.ConsoleWritten written && written.node() == index) {
        text.append(new String(written.text().toByteArray(), UTF_8));
      } else if (event instanceof SimEvent.Notice notice && notice.node() == index) {
        text.append(notice.text()).append('\n');
      }
    }
    return text.toString().lines().toList();
  }

  @Test
  void ping_tellsOfEachAnswer() {
    List<String> lines = console("a", start("a", "/bin/ping", "b"));
    assertEquals(4, lines.size(), lines.toString());
    assertTrue(
        lines.get(1).matches("64 bytes from 10\\.0\\.1\\.2: seq=2 ttl=64 time=10\\.\\d+ ms"),
        lines.toString());
  }

  @Test
  void pingOfNobody_saysWhy() {
    List<String> lines = console("a", start("a", "/bin/ping", "10.0.1.77"));
    assertEquals("from 10.0.1.1: seq=1 host unreachable", lines.getFirst());
    lines = console("b", start("b", "/bin/ping", "192.0.2.1"));
    assertEquals("no route to 192.0.2.1", lines.getFirst());
  }

  @Test
  void request_printsTheAnswer() {
    assertEquals(
        List.of("200\there"), console("a", start("a", "/bin/request", "http://10.0.1.2/")));
  }

  @Test
  void requestToNobody_saysWhy() {
    List<String> lines = console("b", start("b", "/bin/request", "http://10.0.1.1/"));
    assertTrue(lines.stream().anyMatch(line -> line.contains("refused")), lines.toString());
  }

  @Test
  void scriptOfTheProject_startsWithItsArguments() {
    assertEquals(
        List.of("extra\tone\ttwo"), console("a", start("a", "scripts/extra.lua", "one", "two")));
  }

  @Test
  void recordedStart_happensAgain() {
    EventLog first = new EventLog();
    Simulation simulation =
        Simulation.of(
            two().project(), RunSettings.with(first).withUntil(new SimTime(5_000_000_000L)));
    simulation.advance(new SimTime(700_000_000L));
    simulation.apply(start("a", "/bin/ping", "b"));
    simulation.runToEnd();
    Simulation again = Simulation.replaying(simulation.recording(), RunSettings.with(log));
    again.runToEnd();
    assertEquals(first.events(), log.events());
    assertTrue(again.divergence().isEmpty());
  }
}
