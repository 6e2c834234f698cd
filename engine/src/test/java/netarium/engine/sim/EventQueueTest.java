package netarium.engine.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The three-step queue against the simplest queue there is.
class EventQueueTest {
  private static final int EPISODES = 10;
  private static final int STEPS = 40_000;

  /// How far ahead events are scheduled, in nanoseconds.
  enum Mix {
    /// What a network does: microseconds, now and then a timer.
    NETWORK,
    /// Everything in the same few instants.
    CROWDED,
    /// Almost nothing near, so that slots grow.
    SPARSE,
    /// Any magnitude from one nanosecond to years, each as likely.
    SKEWED,
    /// Long dense and long sparse stretches in turn, so that the slot width goes both ways.
    CHANGING;

    private long ahead(SplittableRandom random, int step) {
      return switch (this) {
        case NETWORK ->
            random.nextInt(20) == 0
                ? 200_000_000L + random.nextInt(1_000_000_000)
                : random.nextInt(100_000);
        case CROWDED -> random.nextInt(8);
        case SPARSE -> 1_000_000_000L + random.nextLong(60_000_000_000L);
        case SKEWED -> random.nextLong(2L << random.nextInt(56));
        case CHANGING ->
            step / 5_000 % 2 == 0 ? random.nextInt(500) : random.nextLong(5_000_000_000L);
      };
    }
  }

  private record Entry(long at, long ordinal) implements Event {
    @Override
    public void fire() {}
  }

  private EventQueue queue = new EventQueue();
  private final PriorityQueue<Entry> reference =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::ordinal));
  private long ordinals;

  private void add(long at) {
    Entry entry = new Entry(at, ordinals++);
    reference.add(entry);
    queue.add(at, entry.ordinal(), entry.ordinal() * 3, entry);
  }

  private Entry removeFromBoth() {
    Entry expected = reference.remove();
    assertTrue(queue.bringFirst());
    assertEquals(expected.at(), queue.firstAt());
    assertEquals(expected.ordinal(), queue.firstOrdinal());
    assertEquals(expected.ordinal() * 3, queue.firstCause());
    assertSame(expected, queue.removeFirst());
    return expected;
  }

  @ParameterizedTest
  @EnumSource
  void anyMix_comesOutInTheOrderOfInstantAndScheduling(Mix mix) {
    for (int episode = 0; episode < EPISODES; episode++) {
      queue = new EventQueue();
      play(mix, new SplittableRandom(episode));
    }
  }

  private void play(Mix mix, SplittableRandom random) {
    long now = 0;
    for (int step = 0; step < STEPS; step++) {
      boolean grows = step / 1_000 % 2 == 0;
      if (reference.isEmpty() || random.nextInt(100) < (grows ? 55 : 45)) {
        add(now + mix.ahead(random, step));
      } else {
        now = removeFromBoth().at();
      }
      long first = reference.isEmpty() ? Long.MAX_VALUE : reference.element().at();
      if (random.nextInt(4) == 0) {
        assertEquals(first, queue.firstAt(), "looking does not disturb");
      }
      if (random.nextInt(8) == 0 && !reference.isEmpty()) {
        add(Math.max(now, first - random.nextLong(1L << random.nextInt(1, 40))));
      }
      assertEquals(reference.size(), queue.size());
    }
    while (!reference.isEmpty()) {
      removeFromBoth();
    }
    assertTrue(queue.isEmpty());
    assertFalse(queue.bringFirst());
  }

  @Test
  void lookingAtAFarEntry_leavesRoomForNearerOnes() {
    add(3_600_000_000_000L);
    assertEquals(3_600_000_000_000L, queue.firstAt());
    add(10);
    add(5_000_000);
    assertEquals(10, removeFromBoth().at());
    assertEquals(5_000_000, removeFromBoth().at());
    assertEquals(3_600_000_000_000L, removeFromBoth().at());
  }

  @Test
  void sameInstant_isInTheOrderOfScheduling() {
    for (int i = 0; i < 1_000; i++) {
      add(7_777_777);
    }
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i, removeFromBoth().ordinal());
    }
  }

  @Test
  void emptyQueue_hasNoFirst() {
    assertEquals(Long.MAX_VALUE, queue.firstAt());
    assertFalse(queue.bringFirst());
    assertEquals(0, queue.size());
  }
}
