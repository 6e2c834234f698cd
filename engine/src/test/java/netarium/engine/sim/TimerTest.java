package netarium.engine.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimerTest {
  private final Simulator simulator = new Simulator();
  private final List<String> log = new ArrayList<>();

  private Timer timer(String name) {
    return simulator.timer(() -> log.add(name + "@" + simulator.nowNanos()));
  }

  private void at(long nanos, Runnable action) {
    simulator.at(nanos, action::run);
  }

  private void run() {
    while (simulator.step()) {}
  }

  @Test
  void armed_expiresOnceAtItsDeadline() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(50));
    assertTrue(timer.isArmed());
    assertEquals(new SimTime(50), timer.deadline());
    run();
    assertEquals(List.of("t@50"), log);
    assertFalse(timer.isArmed());
  }

  @Test
  void armedLater_expiresOnlyThen() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(50));
    at(10, () -> timer.armAt(new SimTime(80)));
    at(60, () -> timer.armAfter(SimDuration.ofNanos(100)));
    run();
    assertEquals(List.of("t@160"), log);
  }

  @Test
  void armedEarlier_expiresThenAndNotAgain() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(500));
    at(10, () -> timer.armAt(new SimTime(20)));
    run();
    assertEquals(List.of("t@20"), log);
  }

  @Test
  void armedForTheSameInstantAgain_movesBehindWhatWasScheduledMeanwhile() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(50));
    at(50, () -> log.add("event"));
    timer.armAt(new SimTime(50));
    run();
    assertEquals(List.of("event", "t@50"), log);
  }

  @Test
  void movedLater_keepsThePlaceOfItsArming() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(10));
    timer.armAt(new SimTime(50));
    at(50, () -> log.add("event"));
    run();
    assertEquals(List.of("t@50", "event"), log);
  }

  @Test
  void cancelled_doesNotExpireNorKeepTheRunAlive() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(50));
    assertTrue(simulator.hasEssential());
    timer.cancel();
    assertFalse(simulator.hasEssential());
    run();
    assertEquals(List.of(), log);
    assertThrows(IllegalStateException.class, timer::deadline);
  }

  @Test
  void cancelledAndArmedAgain_expiresAtTheNewDeadlineOnly() {
    Timer timer = timer("t");
    timer.armAt(new SimTime(50));
    at(10, timer::cancel);
    at(20, () -> timer.armAt(new SimTime(70)));
    run();
    assertEquals(List.of("t@70"), log);
  }

  @Test
  void armedInItsOwnExpiry_expiresAgain() {
    List<Timer> self = new ArrayList<>();
    self.add(
        simulator.timer(() -> {
          log.add("t@" + simulator.nowNanos());
          if (simulator.nowNanos() < 30) {
            self.getFirst().armAfter(SimDuration.ofNanos(10));
          }
        }));
    self.getFirst().armAt(new SimTime(10));
    run();
    assertEquals(List.of("t@10", "t@20", "t@30"), log);
  }

  @Test
  void expiry_happensBecauseOfTheArming() {
    Timer timer = simulator.timer(() -> log.add("because of " + simulator.cause()));
    simulator.becauseOf(3);
    timer.armAt(new SimTime(10));
    simulator.becauseOf(4);
    timer.armAt(new SimTime(50));
    simulator.becauseOf(5);
    run();
    assertEquals(List.of("because of 4"), log);
  }

  @Test
  void armedAgainAndAgain_leavesOneEntryInTheQueue() {
    Timer timer = timer("t");
    for (int i = 1; i <= 1_000; i++) {
      int deadline = 1_000 + i;
      at(i, () -> timer.armAt(new SimTime(deadline)));
    }
    run();
    assertEquals(List.of("t@2000"), log);
    assertTrue(simulator.fired() <= 1_003, () -> simulator.fired() + " events");
  }

  @Test
  void housekeepingTimer_expiresButKeepsNothingAlive() {
    Timer timer = simulator.housekeepingTimer(() -> log.add("t"));
    timer.armAt(new SimTime(10));
    assertFalse(simulator.hasEssential());
    run();
    assertEquals(List.of("t"), log);
  }

  private record Armed(int timer, long deadline, int order) {}

  /// Many timers, armed and cancelled at random, against a list that is sorted anew each time.
  @Test
  void anyArmingAndCancelling_isAsWithAPlainList() {
    SplittableRandom random = new SplittableRandom(9293);
    List<Timer> timers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      timers.add(timer("t" + i));
    }
    List<Armed> armed = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    int order = 0;
    for (long now = 0; now < 20_000; now += random.nextInt(4)) {
      expire(armed, now, expected);
      int which = random.nextInt(timers.size());
      armed.removeIf(one -> one.timer() == which);
      Timer timer = timers.get(which);
      if (random.nextInt(4) == 0) {
        at(now, timer::cancel);
      } else {
        // At least 1: an operation that was scheduled for this instant comes before any expiry.
        long deadline = now + 1 + random.nextInt(random.nextBoolean() ? 10 : 300);
        armed.add(new Armed(which, deadline, order++));
        at(now, () -> timer.armAt(new SimTime(deadline)));
      }
    }
    expire(armed, Long.MAX_VALUE, expected);
    run();
    assertTrue(expected.size() > 1_000, () -> expected.size() + " expiries");
    assertEquals(expected, log);
    assertFalse(simulator.hasEssential());
  }

  private static void expire(List<Armed> armed, long before, List<String> expected) {
    armed.sort(Comparator.comparingLong(Armed::deadline).thenComparingInt(Armed::order));
    while (!armed.isEmpty() && armed.getFirst().deadline() < before) {
      Armed one = armed.removeFirst();
      expected.add("t" + one.timer() + "@" + one.deadline());
    }
  }
}
