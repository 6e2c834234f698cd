package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The scoreboard's running sums, against a bit per octet.
class SackScoreboardTest {
  private static final int MSS = 10;

  /// RFC 6675 §4 word by word.
  private static final class Naive {
    final BitSet held = new BitSet();
    int una;
    int highRxt;

    boolean isLost(int octet) {
      int runs = 0;
      int octets = 0;
      for (int i = held.nextSetBit(octet); i >= 0; i = held.nextSetBit(i)) {
        int end = held.nextClearBit(i);
        runs++;
        octets += end - i;
        i = end;
      }
      return runs >= 3 || octets > 2 * MSS;
    }

    int pipe(int nxt) {
      int pipe = 0;
      for (int i = una; i < nxt; i++) {
        if (!held.get(i)) {
          pipe += isLost(i) ? 0 : 1;
          pipe += i < highRxt ? 1 : 0;
        }
      }
      return pipe;
    }
  }

  @Test
  void randomBlocks_countAsTheRulesSayWordByWord() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SackScoreboard scoreboard = new SackScoreboard();
      Naive naive = new Naive();
      int nxt = 400;
      for (int step = 0; step < 60; step++) {
        String about = "seed " + seed + " step " + step;
        switch (random.nextInt(4)) {
          case 0, 1 -> {
            int from = naive.una + random.nextInt(Math.max(1, nxt - naive.una));
            int to = Math.min(nxt, from + 1 + random.nextInt(25));
            int before = naive.held.cardinality();
            naive.held.set(from, to);
            assertEquals(
                naive.held.cardinality() - before, scoreboard.add(from, to), about + " fresh");
          }
          case 2 -> {
            long next = scoreboard.skip(scoreboard.highRxt());
            assertEquals(naive.held.nextClearBit(Math.max(naive.una, naive.highRxt)), next, about);
            long end = scoreboard.nextRun(next, Math.min(next + MSS, nxt));
            if (end > next) {
              scoreboard.repeated(next, (int) (end - next));
              naive.highRxt = (int) end;
            }
          }
          default -> {
            int una = naive.held.nextClearBit(naive.una + random.nextInt(12));
            if (una <= nxt) {
              naive.una = una;
              naive.held.clear(0, una);
              naive.highRxt = Math.max(naive.highRxt, una);
              scoreboard.acknowledge(una);
            }
          }
        }
        assertEquals(naive.held.cardinality(), scoreboard.sacked(), about + " sacked");
        assertEquals(naive.pipe(nxt), scoreboard.pipe(nxt, MSS), about + " pipe");
        int half = naive.una + (nxt - naive.una) / 2;
        assertEquals(
            naive.held.get(0, half).cardinality(), scoreboard.sackedBelow(half), about + " below");
        int last = naive.held.previousClearBit(nxt - 1);
        assertEquals(
            Math.max(naive.una, last + 1), scoreboard.missingEnd(nxt), about + " missing end");
        nxt += random.nextInt(8);
      }
    }
  }
}
