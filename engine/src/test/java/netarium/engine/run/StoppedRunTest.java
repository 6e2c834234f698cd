package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

/// A run that is stopped at events is the run that nobody stopped.
final class StoppedRunTest {
  private static final SimTime LATE = new SimTime(Long.MAX_VALUE);

  private static Project chatty() {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vm("client", "10.0.1.3/24", "client.lua")
        .vm("desk", "10.0.1.4/24", "desk.lua")
        .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
        .link("l1", "server:eth0", "sw:p1", ", \"loss\": \"5%\", \"delay\": \"1ms\"")
        .link("l2", "client:eth0", "sw:p2", "")
        .script(
            "server.lua",
            """
            net.listen(7)
            while true do
              local r = net.recv()
              if r then net.send(r.src_ip, r.src_port, #r.data .. "") end
            end
            """)
        .script(
            "client.lua",
            """
            local c = net.connect("server", 7)
            for i = 1, 20 do
              c:send(("x"):rep(math.random(4000)))
              for k = 1, 500 do os.time() end
              local r repeat r = c:recv() until r
              print(r.data)
            end
            """)
        .script("desk.lua", "print(io.read()) sleep(10)")
        .project();
  }

  /// Advances again and again, each time up to the next event of a kind; what stopped it each time.
  private static List<SimEvent> stops(Simulation[] run, long seed, Predicate<SimEvent> at) {
    List<SimEvent> stops = new ArrayList<>();
    EventSink sink =
        event -> {
          if (run[0] != null && at.test(event)) {
            stops.add(event);
            run[0].stop();
          }
        };
    RunSettings settings = RunSettings.with(sink).withSeed(OptionalLong.of(seed));
    run[0] = Simulation.of(chatty(), settings);
    while (!run[0].isOver()) {
      int before = stops.size();
      run[0].advance(LATE);
      if (!run[0].isOver()) {
        assertTrue(stops.size() > before, "it stood still for no reason");
        assertEquals(stops.getLast().at(), run[0].now(), "it stands at the event that stopped it");
      }
    }
    return stops;
  }

  @Test
  void stoppedAtEachFrameOrEvent_isTheSameRun() {
    for (long seed = 1; seed <= 4; seed++) {
      RunSettings seeded = RunSettings.with(EventSink.NONE).withSeed(OptionalLong.of(seed));
      RunResult whole = Simulation.of(chatty(), seeded).runToEnd();
      Simulation[] run = new Simulation[1];
      List<SimEvent> frames = stops(run, seed, SimEvent.FrameSent.class::isInstance);
      assertEquals(whole, run[0].result());
      assertEquals(whole.frames(), frames.size());
      stops(run, seed, _ -> true);
      assertEquals(whole, run[0].result());
    }
  }

  @Test
  void stoppedRun_goesNoFurtherThanThatInstant() {
    Simulation[] run = new Simulation[1];
    List<SimEvent> after = new ArrayList<>();
    EventSink sink =
        event -> {
          after.add(event);
          if (event instanceof SimEvent.FrameSent) {
            run[0].stop();
          }
        };
    run[0] = Simulation.of(chatty(), RunSettings.with(sink));
    run[0].advance(LATE);
    long frames = after.stream().filter(SimEvent.FrameSent.class::isInstance).count();
    assertTrue(frames >= 1);
    assertEquals(run[0].now(), after.getLast().at());
    assertFalse(run[0].isOver());
  }

  @Test
  void consoleReaders_areThoseThatLiveAndThoseThatWait() {
    Simulation run = Simulation.of(chatty(), RunSettings.with(EventSink.NONE));
    run.advance(new SimTime(1_000_000));
    assertEquals(List.of("scripts/desk.lua"), run.consoleReaders("desk").living());
    assertEquals(List.of("scripts/desk.lua"), run.consoleReaders("desk").waiting());
    assertEquals(List.of("scripts/server.lua"), run.consoleReaders("server").living());
    assertEquals(List.of(), run.consoleReaders("server").waiting());
    assertEquals(List.of(), run.consoleReaders("sw").living());
    assertEquals(List.of(), run.consoleReaders("nobody").living());
    run.apply(new Stimulus.Type(TimeSpan.ZERO, "desk", "scripts/desk.lua", "hello\n", Extras.NONE));
    run.advance(new SimTime(2_000_000));
    assertEquals(List.of(), run.consoleReaders("desk").waiting());
    assertEquals(List.of("scripts/desk.lua"), run.consoleReaders("desk").living());
  }
}
