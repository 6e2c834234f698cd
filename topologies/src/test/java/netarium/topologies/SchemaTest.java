package netarium.topologies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import netarium.topologies.write.TopologyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema and the reader say the same: what the reader takes, the schema takes; what is wrong
/// in shape, both refuse.
class SchemaTest {
  private static final Schema SCHEMA = load();

  private static Schema load() {
    try (InputStream in = Topology.class.getResourceAsStream("topology-1.schema.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException("the schema is a resource of the module", e);
    }
  }

  private static List<Error> errors(String document) {
    return SCHEMA.validate(document, InputFormat.JSON);
  }

  @Test
  void samples_areValid() {
    assertEquals(List.of(), errors(Samples.HELLO));
    assertEquals(List.of(), errors(Samples.EVERYTHING));
  }

  @Test
  void whatTheWriterWrites_isValid() {
    for (long seed = 0; seed < 200; seed++) {
      assertEquals(
          List.of(), errors(TopologyWriter.write(RandomTopology.of(seed))), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\": 1 -> \"version\": 2",
        "\"version\": 1 -> \"version\": \"1\"",
        "netarium-topology -> other",
        "\"nodes\" -> \"knots\"",
        "\"seed\": 1 -> \"seed\": 1.5",
        "\"seed\": 1 -> \"until\": \"soon\"",
        "\"seed\": 1 -> \"hosts\": []",
        "\"seed\": 1 -> \"stimuli\": [ { \"do\": \"cut\", \"link\": \"l1\" } ]",
        "\"seed\": 1 -> \"stimuli\": [ { \"at\": \"1s\", \"do\": \"cut\" } ]",
        "\"seed\": 1 -> \"stimuli\": [ { \"at\": \"1s\", \"do\": \"set\", \"key\": \"x\","
            + " \"value\": 1 } ]",
        "\"seed\": 1 -> \"notes\": [ { \"x\": 1, \"y\": 1 } ]",
        "\"kind\": \"switch\" -> \"kind\": \"swich\"",
        "\"id\": \"sw\" -> \"id\": \"s:w\"",
        "\"id\": \"sw\" -> \"id\": 7",
        "\"x\": 320 -> \"x\": \"320\"",
        "\"x\": 320 -> \"stp\": 1",
        "\"x\": 320 -> \"vlans\": { \"p1\": 5000 }",
        "\"delay\": \"5ms\" -> \"delay\": 5",
        "\"delay\": \"5ms\" -> \"delay\": \"-5ms\"",
        "\"delay\": \"5ms\" -> \"delay\": \"5mz\"",
        "\"delay\": \"5ms\" -> \"rate\": \"0Mbit/s\"",
        "\"delay\": \"5ms\" -> \"rate\": \"10M\"",
        "\"delay\": \"5ms\" -> \"delay\": { \"ab\": \"5ms\" }",
        "\"loss\": \"1%\" -> \"loss\": 5",
        "\"loss\": \"1%\" -> \"loss\": \"often\"",
        "\"loss\": \"1%\" -> \"queue\": -1",
        "\"loss\": \"1%\" -> \"mtu\": 60",
        "\"loss\": \"1%\" -> \"up\": \"yes\"",
        "\"loss\": \"1%\" -> \"rules\": [ { \"do\": \"drop\" } ]",
        "\"loss\": \"1%\" -> \"rules\": [ { \"match\": \"tcp\", \"do\": \"delay\" } ]",
        "10.0.1.2/24 -> 10.0.1.999/24",
        "10.0.1.2/24 -> 10.0.1.2/33",
        "10.0.1.2/24 -> 10.0.1.2",
        "\"10.0.1.1\" -> \"gateway\"",
        "scripts/server.lua -> ../server.lua",
        "scripts/server.lua -> scripts/../../server.lua",
        "scripts/server.lua -> server.lua",
        "\"kind\": \"script\" -> \"kind\": \"lua\"",
        "\"start\": \"10ms\" -> \"restart\": \"sometimes\"",
        "\"x\": 120 -> \"platform\": \"windows\"",
        "\"x\": 120 -> \"limits\": 8",
        "\"x\": 120 -> \"tcp\": { \"congestion\": \"reno\" }",
        "\"x\": 120 -> \"files\": { \"/a\": { \"form\": \"files/b\" } }",
        "\"x\": 120 -> \"doh\": \"dns.example\""
      })
  void wrongShapes_areRefusedByBoth(String change) {
    String[] parts = change.split(" -> ", 2);
    String document = Samples.HELLO.replace(parts[0], parts[1]);
    assertFalse(document.equals(Samples.HELLO), parts[0]);
    assertInstanceOf(ReadResult.Bad.class, TopologyReader.read(document, "f"));
    assertFalse(errors(document).isEmpty(), "the schema takes " + parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"delay\": \"5ms\" -> \"delay\": 0",
        "\"delay\": \"5ms\" -> \"delay\": \"0\"",
        "\"delay\": \"5ms\" -> \"delay\": \"1.5 µs\"",
        "\"delay\": \"5ms\" -> \"rate\": \"0.5Mbit/s\"",
        "\"delay\": \"5ms\" -> \"rate\": { \"ab\": \"64kbit/s\", \"ba\": \"1Gbps\" }",
        "\"loss\": \"1%\" -> \"loss\": 1e-3",
        "\"loss\": \"1%\" -> \"loss\": \"0.5 %\"",
        "\"loss\": \"1%\" -> \"mtu\": \"1KiB\"",
        "\"loss\": \"1%\" -> \"later\": { \"a\": [] }",
        "\"name\": \"Hello HTTP\", -> ",
        "\"kind\": \"switch\" -> \"kind\": \"hub\"",
        "\"id\": \"sw\" -> \"name\": \"Schalter ä\", \"id\": \"sw\"",
        "\"x\": 120 -> \"limits\": { \"memory\": 1048576, \"files\": \"1MB\" }"
      })
  void oddButGoodShapes_areTakenByBoth(String change) {
    String[] parts = change.split(" -> ", 2);
    String document = Samples.HELLO.replace(parts[0], parts[1]);
    ReadResult result = TopologyReader.read(document, "f");
    assertInstanceOf(ReadResult.Good.class, result, result::toString);
    assertEquals(List.of(), errors(document));
  }
}
