package netarium.topologies.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

/// The largest documents within the limits: each is read in one go, and mistakes without number do
/// not become sentences without number.
class HugeTopologyTest {
  private static final String HEAD = "{\"format\":\"netarium-topology\",\"version\":1,\"nodes\":[";

  @Test
  void nineThousandMachinesOnOneHub_areRead() {
    StringBuilder nodes = new StringBuilder(HEAD + "{\"id\":\"hub\",\"kind\":\"hub\"}");
    StringBuilder links = new StringBuilder("],\"links\":[");
    for (int i = 0; i < 9_000; i++) {
      nodes.append(",{\"id\":\"n%d\",\"kind\":\"vm\",\"interfaces\":[".formatted(i));
      int third = i >> 8;
      nodes.append("{\"name\":\"e\",\"ipv4\":\"10.%d.%d.1/8\"}]}".formatted(third, i & 255));
      links.append(i == 0 ? "" : ",").append("{\"id\":\"l%d\",".formatted(i));
      links.append("\"a\":{\"node\":\"n%d\",\"interface\":\"e\"},".formatted(i));
      links.append("\"b\":{\"node\":\"hub\",\"interface\":\"p%d\"}}".formatted(i));
    }
    ReadResult result = TopologyReader.read(nodes.append(links).append("]}").toString(), "f");
    ReadResult.Good good = assertInstanceOf(ReadResult.Good.class, result);
    assertEquals(9_000, good.topology().links().size());
    assertEquals(9_001, good.topology().nodes().size());
  }

  @Test
  void mistakesWithoutNumber_areCutShort() {
    StringBuilder text = new StringBuilder(HEAD + "],\"links\":[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",").append("{\"id\":\"l%d\",".formatted(i));
      text.append("\"a\":{\"node\":\"x\",\"interface\":\"e\"},");
      text.append("\"b\":{\"node\":\"y\",\"interface\":\"e\"}}");
    }
    ReadResult result = TopologyReader.read(text.append("]}").toString(), "f");
    assertEquals(100, assertInstanceOf(ReadResult.Bad.class, result).problems().size());
  }

  @Test
  void unknownKeysWithoutNumber_areKept() {
    StringBuilder text = new StringBuilder(HEAD + "]");
    for (int i = 0; i < 100_000; i++) {
      text.append(",\"k%d\":1".formatted(i));
    }
    ReadResult result = TopologyReader.read(text.append("}").toString(), "f");
    ReadResult.Good good = assertInstanceOf(ReadResult.Good.class, result);
    assertEquals(100, good.warnings().size());
    assertEquals(100_000, good.topology().extras().members().size());
  }
}
