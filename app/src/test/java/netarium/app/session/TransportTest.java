package netarium.app.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.app.session.RunState.Phase;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

class TransportTest {
  private static final Project HELLO = SmallProject.sample("hello-http");

  private final Driven driven = new Driven(HELLO);
  private final Transport transport = driven.transport;
  private final Playhead playhead = transport.playhead();

  private List<Long> frames() {
    return driven.read.stream()
        .filter(SimEvent.FrameSent.class::isInstance)
        .map(SimEvent::ordinal)
        .toList();
  }

  private void runToTheEnd() {
    transport.speed(Speed.MAX);
    transport.run();
    driven.pulseUntilOver();
  }

  @Test
  void beforeRun_nothingHasHappened() {
    driven.pulses(5);
    assertEquals(Phase.READY, transport.state().phase());
    assertEquals(0, transport.log().size());
    assertTrue(transport.liveRun().isEmpty());
    assertTrue(playhead.isLive());
  }

  @Test
  void follow_letsAHopTakeSixTenthsOfASecond() {
    transport.run();
    driven.pulseUntil(() -> frames().size() == 1);
    long begin = driven.wall();
    SimEvent.FrameSent first = (SimEvent.FrameSent) driven.read.get(frames().getFirst().intValue());
    driven.pulseUntil(() -> playhead.instant() >= first.arrives().nanos());
    double seconds = (driven.wall() - begin) / 1e9;
    assertEquals(0.6, seconds, 0.1);
  }

  @Test
  void follow_showsEveryHopOnTheWay() {
    transport.run();
    List<Long> seen = new ArrayList<>();
    while (transport.state().phase() != Phase.OVER) {
      driven.pulse();
      seen.add(playhead.instant());
    }
    for (long ordinal : frames()) {
      SimEvent.FrameSent frame = (SimEvent.FrameSent) driven.read.get((int) ordinal);
      long pictures =
          seen.stream()
              .filter(at -> at >= frame.at().nanos() && at < frame.arrives().nanos())
              .count();
      assertTrue(pictures >= 20, "frame " + ordinal + " is seen " + pictures + " times");
    }
  }

  @Test
  void follow_skipsIdleTimeAndSaysSo() {
    transport.run();
    driven.pulseUntil(() -> frames().size() == 1);
    assertEquals(0, transport.skips().getFirst().fromNanos());
    assertEquals(10_000_000.0, (double) transport.skips().getFirst().toNanos(), 1e6);
    assertTrue(driven.wall() < 2_000_000_000L);
  }

  @Test
  void realTime_passesAsOnTheWall() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(61);
    assertEquals(1e8, (double) playhead.instant(), 5e6);
  }

  @Test
  void pause_standsStillAndRunGoesOn() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(20);
    transport.pause();
    driven.pulse();
    long instant = playhead.instant();
    driven.pulses(50);
    assertEquals(instant, playhead.instant());
    assertEquals(Phase.HELD, transport.state().phase());
    transport.toggle();
    driven.pulses(3);
    assertTrue(playhead.instant() > instant);
  }

  @Test
  void stepFrame_runsToTheNextFrameAndNoFurther() {
    for (int i = 0; i < 5; i++) {
      transport.stepFrame();
      driven.pulses(2);
      assertEquals(frames().get(i), driven.selection.event());
      assertEquals(driven.read.get(frames().get(i).intValue()).at().nanos(), playhead.instant());
      assertTrue(playhead.isLive());
      assertEquals(Phase.HELD, transport.state().phase());
    }
    assertEquals(5, frames().size());
  }

  @Test
  void stepFrame_inThePastWalksTheLog() {
    runToTheEnd();
    int events = transport.log().size();
    playhead.moveTo(0);
    List<Long> walked = new ArrayList<>();
    for (int i = 0; i < frames().size(); i++) {
      transport.stepFrame();
      walked.add(driven.selection.event());
    }
    assertEquals(frames(), walked);
    assertEquals(events, transport.log().size());
  }

  @Test
  void stepBack_visitsTheFramesInTurn() {
    runToTheEnd();
    List<Long> walked = new ArrayList<>();
    for (int i = 0; i < frames().size(); i++) {
      transport.stepBack();
      walked.addFirst(driven.selection.event());
      assertEquals(
          driven.read.get((int) driven.selection.event()).at().nanos(), playhead.instant());
    }
    assertEquals(frames(), walked);
    transport.stepBack();
    assertEquals(0, playhead.instant());
    assertFalse(driven.selection.hasEvent());
  }

  @Test
  void stepEvent_passesEachEventOnceThoughManyShareAnInstant() {
    for (int i = 0; i < 40; i++) {
      transport.stepEvent();
      driven.pulses(2);
      assertEquals(i, driven.selection.event());
    }
    for (int i = 38; i >= 0; i--) {
      transport.stepEventBack();
      assertEquals(i, driven.selection.event());
    }
  }

  @Test
  void runFromThePast_playsTheLogAndGoesOnLive() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(30);
    transport.pause();
    driven.pulse();
    long edge = playhead.liveEdge();
    playhead.moveTo(edge / 2);
    transport.run();
    driven.pulses(2);
    assertFalse(playhead.isLive());
    assertEquals(edge, playhead.liveEdge());
    driven.pulses(40);
    assertTrue(playhead.isLive());
    assertTrue(playhead.instant() > edge);
  }

  @Test
  void playheadMovedWhileRunning_pauses() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(30);
    transport.show(3);
    driven.pulses(30);
    assertFalse(transport.isRunning());
    assertEquals(driven.read.get(3).at().nanos(), playhead.instant());
    assertEquals(3, driven.selection.event());
  }

  @Test
  void followFromThePast_walksThePastAtTheSamePace() {
    runToTheEnd();
    playhead.moveTo(0);
    transport.speed(Speed.FOLLOW);
    transport.run();
    long begin = driven.wall();
    driven.pulseUntil(playhead::isLive);
    double seconds = (driven.wall() - begin) / 1e9;
    assertTrue(seconds > 3 && seconds < 30, "it took " + seconds + " s");
  }

  @Test
  void runAfterTheEnd_beginsAnew() {
    runToTheEnd();
    String hash = transport.state().hash();
    transport.run();
    assertEquals(0, transport.log().size());
    driven.pulseUntilOver();
    assertEquals(hash, transport.state().hash());
  }

  @Test
  void reset_forgetsTheRun() throws InterruptedException {
    runToTheEnd();
    LiveRun old = transport.liveRun().orElseThrow();
    int begun = driven.begun;
    transport.reset();
    old.awaitEnd();
    assertEquals(begun + 1, driven.begun);
    assertEquals(Phase.READY, transport.state().phase());
    assertEquals(0, playhead.liveEdge());
    assertEquals(0, transport.log().size());
    assertFalse(driven.selection.hasEvent());
  }

  @Test
  void changedProject_isToldOfUntilSomethingRuns() {
    Project[] project = {HELLO};
    Selection selection = new Selection();
    Transport changing = new Transport(() -> project[0], selection, LiveRun::of, () -> 0);
    List<String> begun = new ArrayList<>();
    changing.read(
        new EventReader() {
          @Override
          public void begin(Topology topology) {
            begun.add(topology.name());
          }

          @Override
          public void accept(SimEvent event) {}
        });
    project[0] = SmallProject.sample("loopback");
    changing.projectChanged();
    changing.run();
    project[0] = HELLO;
    changing.projectChanged();
    assertEquals(List.of("Hello HTTP", "Loopback", "Loopback"), begun);
    changing.close();
  }

  @Test
  void stimulus_happensAtTheInstantThatIsSeen() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(12);
    transport.pause();
    driven.pulse();
    long instant = playhead.instant();
    assertTrue(transport.apply(new Stimulus.Cut(TimeSpan.ZERO, "l1", Extras.NONE)));
    driven.pulses(2);
    SimEvent last = driven.read.getLast();
    assertTrue(last instanceof SimEvent.StimulusApplied, last.toString());
    assertEquals(instant, last.at().nanos());
  }

  @Test
  void stimulusToWhatIsNotThere_isRefused() {
    transport.run();
    assertFalse(transport.apply(new Stimulus.Cut(TimeSpan.ZERO, "l9", Extras.NONE)));
    driven.pulse();
    assertEquals(Phase.RUNNING, transport.state().phase());
  }

  @Test
  void typing_wakesARunThatWaitedForIt() {
    Project desk =
        new SmallProject().vm("desk", "10.0.1.2/24", "print('got ' .. io.read())").project(1);
    try (Driven other = new Driven(desk)) {
      other.transport.speed(Speed.MAX);
      other.transport.run();
      other.pulseUntilOver();
      other.transport.apply(
          new Stimulus.Type(TimeSpan.ZERO, "desk", "scripts/desk.lua", "hi\n", Extras.NONE));
      other.pulses(3);
      other.pulseUntilOver();
      assertTrue(
          other.read.stream()
              .anyMatch(event ->
                  event instanceof SimEvent.ConsoleWritten written
                      && new String(written.text().toByteArray(), UTF_8).contains("got hi")));
    }
  }

  @Test
  void brokenReaderOfTheEngine_failsTheRunAndKeepsTheLog() {
    transport.speed(Speed.TENTH);
    transport.run();
    driven.pulses(15);
    int before = transport.log().size();
    transport
        .liveRun()
        .orElseThrow()
        .advance(
            Long.MAX_VALUE,
            _ -> {
              throw new IllegalStateException("invariant broken: on purpose");
            });
    driven.pulses(3);
    assertEquals(Phase.FAILED, transport.state().phase());
    assertTrue(transport.state().trouble().contains("on purpose"));
    assertTrue(transport.state().trouble().contains("seed 1"));
    assertTrue(transport.log().size() >= before);
  }

  @Test
  void sliceThatTakesTooLong_haltsTheRunAndSaysSo() {
    driven.slowBy = 3_000_000_000L;
    transport.run();
    driven.pulses(4);
    assertFalse(transport.isRunning());
    assertEquals(Phase.HELD, transport.state().phase());
    assertFalse(transport.state().isReproducible());
    transport.run();
    driven.pulses(4);
    assertFalse(transport.isRunning(), "it is halted each time");
    driven.slowBy = 0;
    transport.run();
    driven.pulses(4);
    assertTrue(transport.isRunning());
    assertFalse(transport.state().isReproducible(), "that is not forgotten");
  }

  @Test
  void slowReaders_areHandedABatchAPulse() {
    Project chatty =
        new SmallProject().vm("desk", "10.0.1.2/24", "for i = 1, 3000 do print(i) end").project(1);
    Selection selection = new Selection();
    long[] now = {0};
    Transport slow =
        new Transport(() -> chatty, selection, LiveRun::of, () -> now[0] += 10_000_000);
    slow.speed(Speed.MAX);
    slow.run();
    slow.pulse(0);
    awaitIdle(slow);
    slow.pulse(1);
    assertEquals(512, slow.log().size());
    assertEquals(Phase.RUNNING, slow.state().phase());
    assertEquals(slow.log().event(511).at().nanos(), slow.playhead().instant());
    slow.close();
  }

  private static void awaitIdle(Transport transport) {
    try {
      transport.liveRun().orElseThrow().awaitIdle();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
