package netarium.topologies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import netarium.topologies.write.TopologyWriter;
import org.junit.jupiter.api.Test;

/// load(save(x)) = x, and saving twice gives the same octets.
class RoundTripTest {
  private static final int TOPOLOGIES = 2_000;

  @Test
  void generatedTopologies_readBackAsThemselves() {
    for (long seed = 0; seed < TOPOLOGIES; seed++) {
      Topology topology = RandomTopology.of(seed);
      byte[] octets = TopologyWriter.octets(topology);
      Topology again = read(octets, seed);
      assertEquals(topology, again, "seed " + seed);
      assertEquals(
          TopologyWriter.write(topology), TopologyWriter.write(again), "order, seed " + seed);
    }
  }

  @Test
  void generatedTopologies_differ() {
    assertTrue(!RandomTopology.of(1).equals(RandomTopology.of(2)), "the generator generates");
  }

  private static Topology read(byte[] octets, long seed) {
    return switch (TopologyReader.read(octets, "topology.json")) {
      case ReadResult.Good good -> good.topology();
      case ReadResult.Bad bad -> fail("seed " + seed + ": " + bad.problems());
    };
  }
}
