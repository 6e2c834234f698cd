package netarium.engine.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The width of the queue's slots follows the density of events: it must never disturb their order,
/// and it must come to rest under a steady load.
class EventQueueWidthTest {
  private record Entry(long at, long ordinal) {}

  private final SplittableRandom random = new SplittableRandom(7);
  private final PriorityQueue<Entry> model =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::ordinal));
  private EventQueue queue = new EventQueue();
  private long now;
  private long ordinals;

  @BeforeEach
  void startAnew() {
    queue = new EventQueue();
  }

  @Test
  void changingDensity_keepsTheTotalOrder() {
    LongSupplier even = () -> random.nextLong(1 << 20);
    LongSupplier coarse = () -> random.nextLong(8) << 22;
    LongSupplier skewed =
        () -> random.nextInt(100) == 0 ? random.nextLong(1 << 28) : random.nextLong(1 << 14);
    fill(30_000, even);
    hold(200_000, even);
    hold(200_000, skewed);
    drain(29_900);
    hold(50_000, coarse);
    fill(20_000, skewed);
    hold(200_000, even);
    drain(queue.size());
    assertTrue(queue.isEmpty());
    assertTrue(queue.rebuilds() > 4, "the widths have changed: " + queue.rebuilds());
  }

  @Test
  void steadyLoad_settlesTheWidth() {
    for (int pending : new int[] {100, 10_000, 30_000, 100_000}) {
      queue = new EventQueue();
      model.clear();
      LongSupplier even = () -> random.nextLong(1 << 20);
      fill(pending, even);
      hold(3 * pending + 100_000, even);
      int settled = queue.rebuilds();
      hold(3 * pending + 100_000, even);
      assertEquals(settled, queue.rebuilds(), pending + " pending");
    }
  }

  private void fill(int count, LongSupplier delay) {
    for (int i = 0; i < count; i++) {
      add(now + delay.getAsLong());
    }
  }

  /// Takes the first out and adds another, so often.
  private void hold(int count, LongSupplier delay) {
    for (int i = 0; i < count; i++) {
      removeFirst();
      add(now + delay.getAsLong());
    }
  }

  private void drain(int count) {
    for (int i = 0; i < count; i++) {
      removeFirst();
    }
  }

  private void add(long at) {
    long ordinal = ordinals++;
    queue.add(at, ordinal, 0, () -> {});
    model.add(new Entry(at, ordinal));
  }

  private void removeFirst() {
    Entry expected = model.remove();
    assertEquals(expected.at(), queue.firstAt());
    assertTrue(queue.bringFirst());
    assertEquals(expected.ordinal(), queue.firstOrdinal());
    queue.removeFirst();
    now = expected.at();
  }
}
