package netarium.topologies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import netarium.topologies.problem.Problem;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import netarium.topologies.write.TopologyWriter;
import org.junit.jupiter.api.Test;

/// Any octets are a topology or problems: good documents with octets changed, lost, doubled, moved
/// never make the reader throw, and what it still reads, it also saves.
class MutationTest {
  private static final int MUTANTS = 20_000;
  private static final String BITS = "{}[]\",:0123456789-+.eE\\u \n\0/truefalsn%";

  @Test
  void mutatedDocuments_alwaysGiveAResult() {
    SplittableRandom random = new SplittableRandom(20260101);
    byte[][] seeds = {
      Samples.HELLO.getBytes(StandardCharsets.UTF_8),
      Samples.EVERYTHING.getBytes(StandardCharsets.UTF_8),
      TopologyWriter.octets(RandomTopology.of(3))
    };
    int good = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = seeds[i % seeds.length].clone();
      for (int n = random.nextInt(1, 5); n > 0; n--) {
        mutant = mutate(mutant, random);
      }
      switch (TopologyReader.read(mutant, "f")) {
        case ReadResult.Good(Topology topology, var warnings, var places) -> {
          good++;
          assertSaves(topology, i);
        }
        case ReadResult.Bad(List<Problem> problems) ->
            problems.forEach(MutationTest::assertReadable);
      }
    }
    assertTrue(good > 500 && good < MUTANTS - 500, "both happen: " + good);
  }

  private static void assertSaves(Topology topology, int i) {
    ReadResult again = TopologyReader.read(TopologyWriter.octets(topology), "f");
    assertTrue(again instanceof ReadResult.Good, () -> "mutant " + i + ": " + again);
    assertEquals(topology, ((ReadResult.Good) again).topology(), "mutant " + i);
  }

  /// One line, with a place, without a word of Java.
  private static void assertReadable(Problem problem) {
    String text = problem.toString();
    assertTrue(text.matches("f:[1-9][0-9]*:[1-9][0-9]*: [^\\n\\r]+; [^\\n\\r]+"), text);
    assertFalse(text.contains("Exception") || text.contains("tools.jackson"), text);
  }

  private static byte[] mutate(byte[] octets, SplittableRandom random) {
    if (octets.length == 0) {
      return octets;
    }
    int at = random.nextInt(octets.length);
    int length = Math.min(octets.length - at, random.nextInt(1, 12));
    switch (random.nextInt(6)) {
      case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> octets[at] = (byte) BITS.charAt(random.nextInt(BITS.length()));
      case 2 -> {
        return Arrays.copyOf(octets, at);
      }
      case 3 -> {
        return joined(Arrays.copyOf(octets, at), tail(octets, at + length));
      }
      case 4 -> {
        return joined(Arrays.copyOf(octets, at + length), tail(octets, at));
      }
      default -> octets[at] = (byte) ('0' + random.nextInt(10));
    }
    return octets;
  }

  private static byte[] tail(byte[] octets, int from) {
    return Arrays.copyOfRange(octets, from, octets.length);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }
}
