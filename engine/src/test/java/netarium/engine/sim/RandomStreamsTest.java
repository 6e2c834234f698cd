package netarium.engine.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static long[] draw(RandomGenerator generator) {
    return generator.longs(5).toArray();
  }

  /// A recording made today must play the same tomorrow, on any machine.
  @Test
  void firstValue_isPinned() {
    RandomGenerator loss = new RandomStreams(1).stream("link", "l1/ab", "loss");
    assertEquals(4_343_721_168_040_694_122L, loss.nextLong());
  }

  @Test
  void sameName_isTheSameStream() {
    assertArrayEquals(
        draw(new RandomStreams(7).stream("link", "l1", "loss")),
        draw(new RandomStreams(7).stream("link", "l1", "loss")));
  }

  @Test
  void drawingFromOne_doesNotMoveAnother() {
    RandomStreams streams = new RandomStreams(7);
    long[] alone = draw(streams.stream("link", "l1", "jitter"));
    RandomGenerator jitter = streams.stream("link", "l1", "jitter");
    draw(streams.stream("link", "l1", "loss"));
    assertArrayEquals(alone, draw(jitter));
  }

  @Test
  void anyDifferenceInSeedOrName_isAnotherStream() {
    Set<Long> firsts = new LinkedHashSet<>();
    String[] texts = {"", "a", "b", "ab", "ba", "l1/ab", "l1/ba", "l2/ab", "\u0000"};
    int streams = 0;
    for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
      for (String kind : texts) {
        for (String id : texts) {
          for (String purpose : texts) {
            firsts.add(new RandomStreams(seed).stream(kind, id, purpose).nextLong());
            streams++;
          }
        }
      }
    }
    assertEquals(streams, firsts.size());
  }

  @Test
  void neighbouringNames_areNotCorrelated() {
    RandomStreams streams = new RandomStreams(1);
    int heads = 0;
    for (int i = 0; i < 10_000; i++) {
      heads += streams.stream("link", "l" + i, "loss").nextDouble() < 0.5 ? 1 : 0;
    }
    assertEquals(5_000, heads, 200.0);
  }
}
