package netarium.app.canvas.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void randomSpans_areFoundAsByLookingAtEach() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 60; round++) {
      Spans spans = new Spans();
      List<long[]> all = new ArrayList<>();
      long begin = 0;
      int count = random.nextInt(1, 2_000);
      for (int i = 0; i < count; i++) {
        begin += random.nextInt(4);
        long end = begin + (random.nextInt(50) == 0 ? random.nextInt(900) : random.nextInt(9));
        spans.add(begin, end);
        all.add(new long[] {begin, end});
      }
      for (int query = 0; query < 50; query++) {
        long instant = random.nextLong(-2, begin + 1_000);
        List<Integer> naive = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          if (all.get(i)[0] <= instant && instant < all.get(i)[1]) {
            naive.add(i);
          }
        }
        List<Integer> found = new ArrayList<>();
        spans.holding(instant, found::add);
        assertEquals(naive, found, "round " + round + ", instant " + instant);
      }
    }
  }

  @Test
  void earlierBeginning_isOurMistake() {
    Spans spans = new Spans();
    spans.add(10, 20);
    assertThrows(IllegalStateException.class, () -> spans.add(9, 30));
  }
}
