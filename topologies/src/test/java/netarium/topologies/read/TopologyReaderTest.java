package netarium.topologies.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.topologies.Samples;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.Program;
import netarium.topologies.node.Router;
import netarium.topologies.node.Vm;
import netarium.topologies.problem.Problem;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;
import netarium.topologies.write.TopologyWriter;
import org.junit.jupiter.api.Test;

/// Good documents: values, defaults, unknown keys, limits.
class TopologyReaderTest {
  @Test
  void shortDocument_hasDefaults() {
    Topology topology = good(Samples.HELLO).topology();
    assertEquals("Hello HTTP", topology.name());
    Vm server = assertInstanceOf(Vm.class, topology.node("server"));
    assertEquals(TimeSpan.ofNanos(100), server.cpu());
    assertEquals(Octets.ofMib(8), server.limits().memory());
    assertEquals("server", server.displayName());
    LinkSettings l2 = link(topology, "l2").settings();
    assertEquals(Directional.both(new Rate(100_000_000)), l2.rate());
    assertEquals(Directional.both(TimeSpan.ofMillis(1)), l2.delay());
    assertEquals(Directional.both(100), l2.queue());
    assertEquals(Directional.both(1500), l2.mtu());
    assertEquals(Directional.both(new Probability(10_000_000)), l2.loss());
    assertEquals(Directional.both(true), l2.up());
  }

  @Test
  void fullDocument_isUnderstood() {
    ReadResult.Good good = good(Samples.EVERYTHING);
    assertEquals(List.of(), good.warnings());
    Topology topology = good.topology();
    Vm vm = assertInstanceOf(Vm.class, topology.node("vm1"));
    assertEquals(List.of("-p", "80"), vm.programs().get(1).start().args());
    Program.HttpPool pool = assertInstanceOf(Program.HttpPool.class, vm.programs().getFirst());
    assertEquals(2, pool.workers());
    assertEquals(Program.Restart.ON_ERROR, pool.start().restart());
    assertEquals("5", vm.env().get("N"));
    Router router = assertInstanceOf(Router.class, topology.node("r1"));
    assertEquals("10.0.1.2/32", String.valueOf(router.firewall().get(1).to()));
    assertEquals(new Probability(10_000), link(topology, "l1").settings().corrupt().ba());
    Stimulus.SetLink set = assertInstanceOf(Stimulus.SetLink.class, topology.stimuli().get(6));
    LinkSettings after = link(topology, "l1").settings().with(set.setting());
    assertEquals(new Probability(50_000_000), after.loss().ab());
    assertEquals(Probability.ZERO, after.loss().ba());
    Stimulus.Key key = assertInstanceOf(Stimulus.Key.class, topology.stimuli().get(9));
    assertEquals(List.of("a", "A", true), List.of(key.key(), key.text(), key.down()));
    Stimulus.Mouse move = assertInstanceOf(Stimulus.Mouse.class, topology.stimuli().get(11));
    assertEquals(List.of(12.5, 300.0, 0), List.of(move.x(), move.y(), move.button()));
  }

  @Test
  void fullDocument_survivesSaving() {
    Topology topology = good(Samples.EVERYTHING).topology();
    String text = TopologyWriter.write(topology);
    assertEquals(topology, good(text).topology());
    assertEquals(text, TopologyWriter.write(good(text).topology()));
  }

  @Test
  void unknownKeys_areWarnedAboutAndKeptInOrder() {
    String text =
        Samples.HELLO
            .replace("\"x\": 320", "\"colour\": { \"b\": [ 1.50, null ], \"a\": 2 }, \"x\": 320")
            .replace("\"delay\": \"5ms\"", "\"dealy\": \"5ms\"");
    ReadResult.Good good = good(text);
    assertEquals(
        List.of(
            "f:11:37: node \"sw\" has an unknown key \"colour\", which does nothing;"
                + " it is kept as it is",
            "f:14:109: link \"l1\" has an unknown key \"dealy\", which does nothing;"
                + " did you mean \"delay\"?"),
        good.warnings().stream().map(Problem::toString).toList());
    String saved = TopologyWriter.write(good.topology());
    assertTrue(saved.contains("\"colour\": { \"b\": [ 1.50, null ], \"a\": 2 }"), saved);
    assertTrue(saved.contains("\"dealy\": \"5ms\""), saved);
  }

  @Test
  void addressesInDifferentVlans_mayBeEqual() {
    String vlans = "\"vlans\": { \"p1\": 10, \"p2\": 20 }, \"x\": 320";
    String text = Samples.HELLO.replace("\"x\": 320", vlans).replace("10.0.1.3", "10.0.1.2");
    assertEquals("Hello HTTP", good(text).topology().name());
    assertEquals(1, bad(text.replace(": 20 }", ": 10 }")).size());
  }

  @Test
  void addressesOnSeparateSegments_mayBeEqual() {
    String text = Samples.HELLO.replace("10.0.1.3", "10.0.1.2");
    assertEquals(1, bad(text).size());
    String apart =
        text.replace(
                "\"node\": \"sw\", \"interface\": \"p2\"",
                "\"node\": \"s2\", \"interface\": \"p2\"")
            .replace(
                "{ \"id\": \"sw\",", "{ \"id\": \"s2\", \"kind\": \"hub\" }, { \"id\": \"sw\",");
    assertEquals(4, good(apart).topology().nodes().size());
  }

  @Test
  void byteOrderMark_isIgnored() {
    byte[] octets = ("\uFEFF" + Samples.HELLO).getBytes(StandardCharsets.UTF_8);
    assertInstanceOf(ReadResult.Good.class, TopologyReader.read(octets, "f"));
  }

  @Test
  void otherEncodings_areRefusedWithTheirPlace() {
    byte[] latin1 = Samples.HELLO.replace("HTTP", "ä").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("f:3:18: an octet here is not UTF-8; save the file as UTF-8", first(latin1));
    byte[] utf16 = Samples.HELLO.getBytes(StandardCharsets.UTF_16);
    assertEquals("f:1:1: the text is in UTF-16; save it as UTF-8", first(utf16));
  }

  @Test
  void tooMuchOfAnything_isRefused() {
    assertEquals("objects and lists are nested more than 40 deep", what("[".repeat(100_000)));
    assertEquals("the file has 9000000 octets", what("x".repeat(9_000_000)));
    assertEquals("the file holds more than is sane", what("[" + "1,".repeat(2_000_000) + "1]"));
    assertEquals("a number has more than 100 characters", what("[" + "1".repeat(2_000) + "]"));
    assertEquals(
        "a text or key is longer than 1048576 characters",
        what("[\"" + "x".repeat(2_000_000) + "\"]"));
    String node = "{\"id\":\"n\",\"kind\":\"hub\"},";
    String nodes =
        "{\"format\":\"netarium-topology\",\"version\":1,\"nodes\":["
            + node.repeat(10_000)
            + "{\"id\":\"m\",\"kind\":\"hub\"}]}";
    assertEquals("\"nodes\" of the topology has 10001 entries", what(nodes));
  }

  private static String what(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return switch (TopologyReader.read(octets, "f")) {
      case ReadResult.Bad(List<Problem> problems) -> problems.getFirst().what();
      case ReadResult.Good good -> "good";
    };
  }

  private static String first(byte[] octets) {
    return assertInstanceOf(ReadResult.Bad.class, TopologyReader.read(octets, "f"))
        .problems()
        .getFirst()
        .toString();
  }

  private static List<Problem> bad(String text) {
    return assertInstanceOf(ReadResult.Bad.class, TopologyReader.read(text, "f")).problems();
  }

  private static ReadResult.Good good(String text) {
    ReadResult result = TopologyReader.read(text, "f");
    return assertInstanceOf(ReadResult.Good.class, result, result::toString);
  }

  private static Link link(Topology topology, String id) {
    assertNull(topology.link("no such"));
    return assertInstanceOf(Link.class, topology.link(id));
  }
}
