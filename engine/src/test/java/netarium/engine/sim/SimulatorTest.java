package netarium.engine.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private final Simulator simulator = new Simulator();
  private final List<String> log = new ArrayList<>();

  private void note(String what) {
    log.add(what + "@" + simulator.nowNanos());
  }

  private void run() {
    while (simulator.step()) {}
  }

  @Test
  void sameInstant_firesInTheOrderOfScheduling() {
    simulator.at(10, () -> note("a"));
    simulator.housekeepingAt(new SimTime(10), () -> note("b"));
    simulator.at(5, () -> simulator.at(10, () -> note("d")));
    simulator.at(10, () -> note("c"));
    run();
    assertEquals(List.of("a@10", "b@10", "c@10", "d@10"), log);
  }

  @Test
  void essentialEvents_areCountedUntilTheyFire() {
    simulator.housekeepingAt(new SimTime(5), () -> note("h"));
    assertFalse(simulator.hasEssential());
    simulator.after(SimDuration.ofNanos(3), () -> note("e"));
    assertTrue(simulator.hasEssential());
    simulator.step();
    assertFalse(simulator.hasEssential());
    assertEquals(List.of("e@3"), log);
    assertEquals(5, simulator.nextAtNanos());
  }

  @Test
  void cause_travelsWithWhatWasScheduled() {
    simulator.becauseOf(7);
    simulator.at(10, () -> log.add("because of " + simulator.cause()));
    simulator.becauseOf(8);
    simulator.at(5, () -> log.add("because of " + simulator.cause()));
    run();
    assertEquals(List.of("because of 8", "because of 7"), log);
  }

  @Test
  void horizon_keepsLaterEventsInTheQueue() {
    simulator.at(10, () -> note("a"));
    simulator.at(11, () -> note("b"));
    simulator.horizon(new SimTime(10));
    run();
    assertEquals(List.of("a@10"), log);
    simulator.horizon(new SimTime(20));
    run();
    assertEquals(List.of("a@10", "b@11"), log);
  }

  @Test
  void continuingInPlace_isAllowedOnlyWhenNothingElseIsDue() {
    simulator.at(
        10,
        () -> {
          assertTrue(simulator.continueInPlace(19));
          note("on");
          assertFalse(simulator.continueInPlace(20));
        });
    simulator.at(20, () -> note("next"));
    run();
    assertEquals(List.of("on@19", "next@20"), log);
    simulator.continuesInPlace(false);
    assertFalse(simulator.continueInPlace(21));
  }

  @Test
  void lateEvent_comesAfterWhateverIsScheduledForItsInstant() {
    simulator.lateAt(
        new SimTime(10),
        () -> {
          note("late 1");
          simulator.at(10, () -> note("its consequence"));
        });
    simulator.lateAt(new SimTime(10), () -> note("late 2"));
    Timer moved = simulator.timer(() -> note("timer"));
    moved.armAt(new SimTime(4));
    simulator.at(
        3,
        () -> {
          moved.armAt(new SimTime(10));
          simulator.at(10, () -> simulator.at(10, () -> note("ordinary")));
        });
    run();
    assertEquals(
        List.of("timer@10", "ordinary@10", "late 1@10", "its consequence@10", "late 2@10"), log);
  }

  @Test
  void lateEvent_isNotPassedInPlace() {
    simulator.lateAt(new SimTime(10), () -> note("late"));
    assertTrue(simulator.continueInPlace(9));
    assertFalse(simulator.continueInPlace(10));
    simulator.at(10, () -> note("on"));
    run();
    assertEquals(List.of("on@10", "late@10"), log);
  }

  @Test
  void lateEvent_keepsTheRunAliveUntilItIsCancelled() {
    Timer late = simulator.lateAt(new SimTime(10), () -> note("late"));
    assertTrue(simulator.hasEssential());
    late.cancel();
    assertFalse(simulator.hasEssential());
    run();
    assertEquals(List.of(), log);
  }

  @Test
  void past_isRefused() {
    simulator.at(10, () -> {});
    run();
    assertThrows(IllegalStateException.class, () -> simulator.at(9, () -> {}));
    assertThrows(IllegalStateException.class, () -> simulator.advanceTo(new SimTime(9)));
  }

  @Test
  void advancing_passesOverNoEvent() {
    simulator.at(10, () -> {});
    assertThrows(IllegalStateException.class, () -> simulator.advanceTo(new SimTime(10)));
    simulator.advanceTo(new SimTime(9));
    assertEquals(9, simulator.nowNanos());
  }
}
