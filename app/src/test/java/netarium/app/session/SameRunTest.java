package netarium.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import netarium.app.session.RunState.Phase;
import netarium.engine.run.Recording;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventSink;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However a run is watched, it is the run that `netarium run` makes.
class SameRunTest {
  private static final String SERVER =
      """
      net.listen(7)
      while true do
        local r = net.recv()
        if r then net.send(r.src_ip, r.src_port, #r.data .. ":" .. math.random(100)) end
      end
      """;

  private static final String CLIENT =
      """
      local c = net.connect("server", 7)
      for i = 1, 6 do
        c:send(("x"):rep(math.random(3000)))
        for k = 1, 300 do local t = k * k end
        local r repeat r = c:recv() until r
        print(os.clock(), r.data)
        sleep(math.random() / 20)
      end
      """;

  private static Project lossy(long seed) {
    return new SmallProject()
        .links(", \"rate\": \"10Mbit/s\", \"delay\": \"2ms\", \"loss\": \"4%\"")
        .vm("server", "10.0.1.2/24", SERVER)
        .vm("one", "10.0.1.3/24", CLIENT)
        .vm("two", "10.0.1.4/24", CLIENT)
        .vm("desk", "10.0.1.5/24", "while true do print(io.read()) end")
        .project(seed);
  }

  private static RunResult bare(Project project) {
    return Simulation.of(project, RunSettings.with(EventSink.NONE)).runToEnd();
  }

  private static void assertSame(RunResult expected, Transport transport) {
    RunState state = transport.state();
    assertEquals(Phase.OVER, state.phase());
    assertEquals(
        expected.summary(),
        new RunResult(state.events(), state.frames(), new SimTime(state.nowNanos()), state.hash())
            .summary());
    assertEquals(expected.events(), transport.log().size());
    assertTrue(state.isReproducible());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void pausesStepsAndSpeeds_changeNothing(long seed) {
    Project project = lossy(seed);
    SplittableRandom random = new SplittableRandom(seed);
    try (Driven driven = new Driven(project)) {
      Transport transport = driven.transport;
      for (int i = 0; i < 400 && transport.state().phase() != Phase.OVER; i++) {
        fiddle(transport, random);
        driven.pulses(random.nextInt(20));
      }
      transport.speed(Speed.MAX);
      if (transport.state().phase() != Phase.OVER) {
        transport.goLive();
        transport.run();
      }
      driven.pulseUntilOver();
      assertSame(bare(project), transport);
      assertEquals(transport.log().size(), driven.read.size());
    }
  }

  private static void fiddle(Transport transport, SplittableRandom random) {
    switch (random.nextInt(9)) {
      case 0 -> transport.pause();
      case 1 -> transport.stepFrame();
      case 2 -> transport.stepEvent();
      case 3 -> transport.stepBack();
      case 4 -> transport.speed(Speed.NOTCHES.get(random.nextInt(Speed.NOTCHES.size())));
      case 5 -> transport.playhead().moveTo(random.nextLong(200_000_000));
      case 6 -> transport.goLive();
      default -> {
        if (!transport.state().isEnded()) {
          transport.run();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello-http", "loopback"})
  void sample_runsTheSameAtEverySpeed(String sample) {
    Project project = SmallProject.sample(sample);
    RunResult expected = bare(project);
    for (Speed speed : List.of(Speed.FOLLOW, Speed.HUNDREDTH, Speed.REAL, Speed.MAX)) {
      try (Driven driven = new Driven(project)) {
        driven.transport.speed(speed);
        driven.transport.run();
        driven.pulseUntilOver();
        assertSame(expected, driven.transport);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void stimuliByHand_areReplayedFromTheRecording(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Driven driven = new Driven(lossy(seed))) {
      Transport transport = driven.transport;
      transport.speed(Speed.REAL);
      transport.run();
      for (int i = 0; i < 12; i++) {
        driven.pulses(random.nextInt(6));
        assertTrue(transport.apply(stimulus(random)));
      }
      transport.speed(Speed.MAX);
      driven.pulseUntilOver();
      Recording recording = transport.liveRun().orElseThrow().recording().join();
      assertEquals(12, recording.stimuli().size());
      EventLog again = new EventLog();
      RunResult replayed = Simulation.replaying(recording, RunSettings.with(again)).runToEnd();
      assertSame(replayed, transport);
    }
  }

  private static Stimulus stimulus(SplittableRandom random) {
    String link = "l" + (1 + random.nextInt(3));
    return switch (random.nextInt(3)) {
      case 0 -> new Stimulus.Cut(TimeSpan.ZERO, link, Extras.NONE);
      case 1 -> new Stimulus.Heal(TimeSpan.ZERO, link, Extras.NONE);
      default ->
          new Stimulus.Type(TimeSpan.ZERO, "desk", "scripts/desk.lua", "hello\n", Extras.NONE);
    };
  }
}
