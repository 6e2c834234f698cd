package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.Extras;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.project.Project;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

/// Whatever a hand does to a running network, its recording makes the same run again.
final class LiveStimuliTest {
  private static final RunSettings TWO_SECONDS =
      RunSettings.with(EventSink.NONE).withUntil(new SimTime(2_000_000_000L));

  /// What a hand does, and when.
  private record Action(long atNanos, Stimulus stimulus) {}

  /// A run with everything it wrote, and its recording.
  private record Done(RunResult result, List<SimEvent> events, Recording recording) {}

  /// Three talkative clients, one server that also burns its processor, one VM that types back.
  private static Project busy() {
    TestProject project =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua", "spin.lua")
            .vm("desk", "10.0.1.9/24", "desk.lua")
            .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
            .link("ls", "server:eth0", "sw:p0", ", \"loss\": \"1%\", \"jitter\": \"3ms\"")
            .link("ld", "desk:eth0", "sw:p9", "")
            .script("spin.lua", "local n = 0 while true do n = n + 1 end")
            .script(
                "desk.lua",
                """
                local c = net.connect("server", 7)
                while true do
                  local line = io.read()
                  if not line then break end
                  print(os.clock(), line)
                  c:send(line)
                end
                """)
            .script(
                "server.lua",
                """
                net.listen(7)
                while true do
                  local r = net.recv()
                  if r then net.send(r.src_ip, r.src_port, #r.data .. ":" .. math.random(100)) end
                end
                """)
            .script(
                "client.lua",
                """
                local c = net.connect("server", 7)
                for i = 1, 40 do
                  c:send(("x"):rep(math.random(3000)))
                  for k = 1, 60 do os.time() end
                  local r repeat r = c:recv() until r
                  print(os.clock(), r.data)
                  sleep(math.random() / 100)
                end
                """);
    for (int i = 0; i < 3; i++) {
      String id = "c" + i;
      project.vm(id, "10.0.1.1" + i + "/24", "client.lua");
      project.link("l" + i, id + ":eth0", "sw:p" + (i + 1), ", \"duplicate\": \"1%\"");
    }
    return project.project();
  }

  private static Stimulus cut(String link) {
    return new Stimulus.Cut(TimeSpan.ZERO, link, Extras.NONE);
  }

  private static Stimulus heal(String link) {
    return new Stimulus.Heal(TimeSpan.ZERO, link, Extras.NONE);
  }

  private static Stimulus loss(String link, String share) {
    Directional<Probability> both = Directional.both(Probability.parse(share).orThrow());
    return new Stimulus.SetLink(TimeSpan.ZERO, link, new LinkSetting.SetLoss(both), Extras.NONE);
  }

  private static Stimulus type(String text) {
    return new Stimulus.Type(TimeSpan.ZERO, "desk", "scripts/desk.lua", text, Extras.NONE);
  }

  private static final List<Action> ACTIONS =
      List.of(
          new Action(0, type("at once\n")),
          new Action(13_333_337, loss("l0", "30%")),
          new Action(50_000_001, type("hello\n")),
          new Action(50_000_001, cut("l1")),
          new Action(377_777_777, heal("l1")),
          new Action(377_777_779, type("half a ")),
          new Action(400_000_000, type("line\n")),
          new Action(999_999_999, cut("ls")),
          new Action(1_000_000_000, heal("ls")),
          new Action(1_500_000_000, loss("l0", "0%")),
          new Action(2_000_000_000, cut("l2")));

  private static Done live(Project project, RunSettings settings, List<Action> actions) {
    EventLog log = new EventLog();
    Simulation simulation = Simulation.of(project, logged(settings, log));
    for (Action action : actions) {
      simulation.advance(new SimTime(action.atNanos()));
      simulation.apply(action.stimulus());
    }
    RunResult result = simulation.runToEnd();
    return new Done(result, log.events(), simulation.recording());
  }

  private static Done replay(Recording recording, RunSettings settings) {
    EventLog log = new EventLog();
    Simulation simulation = Simulation.replaying(recording, logged(settings, log));
    RunResult result = simulation.runToEnd();
    assertEquals(Optional.empty(), simulation.divergence());
    return new Done(result, log.events(), simulation.recording());
  }

  private static RunSettings logged(RunSettings settings, EventLog log) {
    return new RunSettings(settings.seed(), settings.until(), log, settings.continuesInPlace());
  }

  private static void assertSame(Done expected, Done actual) {
    assertEquals(expected.result(), actual.result());
    assertEquals(expected.events(), actual.events());
    assertEquals(expected.recording().stimuli(), actual.recording().stimuli());
    assertEquals(expected.recording().expected(), actual.recording().expected());
  }

  @Test
  void liveActions_replayToTheSameRun() {
    Done live = live(busy(), TWO_SECONDS, ACTIONS);
    assertTrue(live.result().frames() > 200, "the run is busy: " + live.result());
    assertEquals(ACTIONS.size(), live.recording().stimuli().size());
    assertSame(live, replay(live.recording(), RunSettings.with(EventSink.NONE)));
  }

  @Test
  void liveActions_changeTheRun() {
    Done quiet = live(busy(), TWO_SECONDS, List.of());
    Done live = live(busy(), TWO_SECONDS, ACTIONS.subList(1, 2));
    assertNotEquals(quiet.result().hash(), live.result().hash());
    assertNotEquals(quiet.result().frames(), live.result().frames());
  }

  @Test
  void inPlaceContinuationOff_isTheSameLiveRunAndTheSameReplay() {
    Done live = live(busy(), TWO_SECONDS, ACTIONS);
    assertSame(live, live(busy(), TWO_SECONDS.inPlace(false), ACTIONS));
    assertSame(live, replay(live.recording(), TWO_SECONDS.inPlace(false)));
  }

  @Test
  void actionsAtTheVeryInstantsOfEvents_replayToTheSameRun() {
    Project project = busy();
    TreeSet<SimTime> instants = new TreeSet<>();
    TestProject.run(project, TWO_SECONDS).events().forEach(event -> instants.add(event.at()));
    List<SimTime> all = List.copyOf(instants);
    for (int seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeSet<Long> chosen = new TreeSet<>();
      for (int i = 0; i < 25; i++) {
        // On an event, a nanosecond beside one, or anywhere.
        long at = all.get(random.nextInt(all.size())).nanos() + random.nextInt(-1, 2);
        chosen.add(i % 3 == 0 ? random.nextLong(2_000_000_000L) : Math.max(0, at));
      }
      List<Action> actions = new ArrayList<>();
      chosen.forEach(at -> actions.add(new Action(at, anything(random))));
      Done live = live(project, TWO_SECONDS.inPlace(seed % 4 != 3), actions);
      assertSame(live, replay(live.recording(), TWO_SECONDS.inPlace(seed % 2 == 0)));
    }
  }

  private static Stimulus anything(SplittableRandom random) {
    String link = List.of("l0", "l1", "l2", "ls").get(random.nextInt(4));
    return switch (random.nextInt(5)) {
      case 0 -> cut(link);
      case 1, 2 -> heal(link);
      case 3 -> loss(link, random.nextInt(40) + "%");
      default -> type("n" + random.nextInt(1000) + "\n");
    };
  }

  @Test
  void actionInTheMiddleOfAnEndlessLoop_replaysToTheSameRun() {
    Project project =
        new TestProject()
            .vm("desk", "", "desk.lua", "spin.lua")
            .script("spin.lua", "while true do end")
            .script("desk.lua", "while true do print(os.clock(), io.read()) end")
            .project();
    List<Action> actions =
        List.of(new Action(123_456_789, type("a\n")), new Action(500_000_000, type("b\nc\n")));
    Done live = live(project, TWO_SECONDS, actions);
    assertEquals(
        3,
        live.events().stream()
            .filter(SimEvent.ConsoleWritten.class::isInstance)
            .filter(event -> event.at().isAfter(new SimTime(123_456_789)))
            .map(event -> ((SimEvent.ConsoleWritten) event).text().toString())
            .count());
    assertSame(live, live(project, TWO_SECONDS.inPlace(false), actions));
    assertSame(live, replay(live.recording(), TWO_SECONDS));
    assertSame(live, replay(live.recording(), TWO_SECONDS.inPlace(false)));
  }

  @Test
  void actionOnARunThatIsOver_letsItGoOnAndReplaysToTheSameRun() {
    Project project =
        new TestProject()
            .vm("desk", "", "desk.lua")
            .script("desk.lua", "for i = 1, 2 do print(io.read()) sleep(0.3) end")
            .project();
    EventLog log = new EventLog();
    Simulation simulation = Simulation.of(project, RunSettings.with(log));
    simulation.runToEnd();
    assertTrue(simulation.isOver());
    SimTime stopped = simulation.now();
    simulation.apply(type("one\n"));
    assertFalse(simulation.isOver());
    simulation.runToEnd();
    assertTrue(simulation.now().isAfter(stopped));
    simulation.apply(type("two\n"));
    Done live = new Done(simulation.runToEnd(), log.events(), simulation.recording());
    assertTrue(live.result().time().nanos() > 600_000_000L, live.result().summary());
    assertSame(live, replay(live.recording(), RunSettings.with(EventSink.NONE)));
  }

  @Test
  void actionDuringAReplay_dropsWhatWouldHaveComeLater() {
    Done live = live(busy(), TWO_SECONDS, ACTIONS);
    EventLog log = new EventLog();
    Simulation fork = Simulation.replaying(live.recording(), RunSettings.with(log));
    fork.advance(new SimTime(380_000_000));
    assertEquals(ACTIONS.size(), fork.recording().stimuli().size());
    fork.apply(cut("l2"));
    Done forked = new Done(fork.runToEnd(), log.events(), fork.recording());
    List<LiveStimulus> stimuli = forked.recording().stimuli();
    assertEquals(7, stimuli.size());
    assertEquals(live.recording().stimuli().subList(0, 6), stimuli.subList(0, 6));
    assertEquals("cut", stimuli.get(6).stimulus().action());
    assertSame(forked, replay(forked.recording(), TWO_SECONDS));
    assertNotEquals(live.result().hash(), forked.result().hash());
  }

  @Test
  void droppedActions_doNotKeepARunAlive() {
    Project project =
        new TestProject().vm("desk", "", "desk.lua").script("desk.lua", "io.read()").project();
    List<Action> idle = List.of();
    RunSettings free = RunSettings.with(EventSink.NONE);
    Recording recorded = live(project, free, idle).recording();
    Stimulus late = type("late\n").withAt(TimeSpan.ofMillis(700));
    Recording withLate =
        new Recording(
            project,
            recorded.seed(),
            recorded.until(),
            List.of(new LiveStimulus(late, 1)),
            Optional.empty());
    Simulation fork = Simulation.replaying(withLate, free);
    fork.apply(type("now\n"));
    assertTrue(fork.runToEnd().time().nanos() < 700_000_000, fork.result().summary());
  }

  @Test
  void recordingUnderWay_hasNoResultYet() {
    Simulation simulation = Simulation.of(busy(), TWO_SECONDS);
    simulation.advance(new SimTime(1_000_000));
    assertEquals(Optional.empty(), simulation.recording().expected());
    assertEquals(TWO_SECONDS.until(), simulation.recording().until());
    RunResult result = simulation.runToEnd();
    assertEquals(Optional.of(result), simulation.recording().expected());
  }

  @Test
  void replayThatIsAnotherRun_saysWhereItWasSeen() {
    Recording recording = live(busy(), TWO_SECONDS, ACTIONS).recording();
    Recording otherSeed =
        new Recording(
            recording.project(), 2, recording.until(), recording.stimuli(), Optional.empty());
    Simulation simulation = Simulation.replaying(otherSeed, TWO_SECONDS);
    simulation.runToEnd();
    Divergence divergence = simulation.divergence().orElseThrow();
    assertNotEquals(divergence.expected(), divergence.actual());
    assertEquals(divergence.stimulus().at().nanos(), divergence.at().nanos());
  }

  @Test
  void fileForm_givesTheRecordingAgain() {
    Recording recording = live(busy(), TWO_SECONDS, ACTIONS).recording();
    assertEquals(recording, Recording.of(recording.project(), recording.run()));
  }
}
