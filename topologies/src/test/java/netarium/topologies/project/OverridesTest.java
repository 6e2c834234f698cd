package netarium.topologies.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.TimeSpan;
import netarium.topologies.write.TopologyWriter;
import org.junit.jupiter.api.Test;

/// `--set`: what can be changed for one run, and what is said about the rest.
class OverridesTest {
  private static final String TOPOLOGY =
      """
      { "format": "netarium-topology", "version": 1, "name": "t", "x-kept": 1,
        "nodes": [
          { "id": "a", "kind": "vm", "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.1/24" } ],
            "programs": [ { "kind": "script", "script": "scripts/a.lua" } ] },
          { "id": "b.x", "kind": "vm",
            "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.2/24" }, { "name": "eth0.5" } ] },
          { "id": "both", "kind": "hub" } ],
        "links": [
          { "id": "l1", "a": { "node": "a", "interface": "eth0" },
            "b": { "node": "b.x", "interface": "eth0" }, "delay": "5ms" },
          { "id": "both", "a": { "node": "both", "interface": "p1" },
            "b": { "node": "both", "interface": "p2" } } ] }
      """;

  private static Project project() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("topology.json", TOPOLOGY.getBytes(StandardCharsets.UTF_8));
    contents.put("scripts/a.lua", new byte[] {'-', '-'});
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(contents, "p")).project();
  }

  private static Topology set(String... settings) {
    return switch (Overrides.apply(project(), List.of(settings))) {
      case Parsed.Ok<Project>(Project changed) -> {
        byte[] text = changed.octets("topology.json").orElseThrow();
        assertArrayEquals(TopologyWriter.octets(changed.topology()), text);
        yield changed.topology();
      }
      case Parsed.Bad<Project>(String why, String advice) -> fail(why + "; " + advice);
    };
  }

  private static String refused(String... settings) {
    return switch (Overrides.apply(project(), List.of(settings))) {
      case Parsed.Ok<Project> ok -> fail("should be refused");
      case Parsed.Bad<Project>(String why, String advice) -> why + "; " + advice;
    };
  }

  private static Link link(Topology topology) {
    return Objects.requireNonNull(topology.link("l1"));
  }

  private static Vm vm(Topology topology, String id) {
    return assertInstanceOf(Vm.class, topology.node(id));
  }

  @Test
  void settingsOfALink_areChanged() {
    Topology changed =
        set(
            "l1.loss=20%",
            "l1.delay={\"ab\": \"1ms\", \"ba\": \"2ms\"}", "l1.queue=3", "l1.up=false");
    Link link = link(changed);
    assertEquals(Directional.both(Probability.parse("20%").orThrow()), link.settings().loss());
    assertEquals(
        new Directional<>(TimeSpan.ofMillis(1), TimeSpan.ofMillis(2)), link.settings().delay());
    assertEquals(Directional.both(3), link.settings().queue());
    assertEquals(Directional.both(false), link.settings().up());
    assertEquals(project().topology().nodes(), changed.nodes());
    assertEquals(project().topology().extras(), changed.extras());
  }

  @Test
  void settingsOfANode_areChanged() {
    Topology changed =
        set(
            "a.cpu=1us",
            "a.tcp.sack=false",
            "a.limits.memory=1MiB",
            "b.x.eth0.mtu=900",
            "b.x.eth0.5.ipv4=10.9.0.1/16",
            "a.env.HOME.DIR=5");
    assertEquals(TimeSpan.ofNanos(1_000), vm(changed, "a").cpu());
    assertEquals(false, vm(changed, "a").tcp().sack());
    assertEquals(1 << 20, vm(changed, "a").limits().memory().count());
    assertEquals(Map.of("HOME.DIR", "5"), vm(changed, "a").env());
    InterfaceSpec eth0 = Objects.requireNonNull(vm(changed, "b.x").interfaceNamed("eth0"));
    assertEquals(900, eth0.mtu());
    InterfaceSpec tagged = Objects.requireNonNull(vm(changed, "b.x").interfaceNamed("eth0.5"));
    assertEquals("10.9.0.1/16", String.valueOf(tagged.fixedIpv4()));
  }

  @Test
  void settingsOfTheRun_areChanged() {
    Topology changed = set("seed=5", "until=2s", "seed=6");
    assertEquals(6, changed.seed());
    assertEquals(TimeSpan.ofMillis(2_000), changed.until());
  }

  @Test
  void settingsThatHoldOnlyTogether_areReadTogether() {
    Topology changed = set("b.x.eth0.ipv4=10.1.0.2/24", "b.x.eth0.gateway=10.1.0.1");
    InterfaceSpec eth0 = Objects.requireNonNull(vm(changed, "b.x").interfaceNamed("eth0"));
    assertEquals("10.1.0.1", String.valueOf(eth0.gateway()));
  }

  @Test
  void nothingChanged_isTheSameProject() {
    Project project = project();
    Parsed<Project> none = Overrides.apply(project, List.of());
    assertSame(project, assertInstanceOf(Parsed.Ok.class, none).value());
    Parsed<Project> same = Overrides.apply(project, List.of("l1.delay=5ms"));
    assertSame(project, assertInstanceOf(Parsed.Ok.class, same).value());
  }

  @Test
  void unknownNames_areGuessed() {
    assertEquals(
        "l2.loss=1%: there is no link and no node \"l2\"; did you mean \"l1\"?",
        refused("l2.loss=1%"));
    assertEquals("sed=1: a run has no setting \"sed\"; did you mean \"seed\"?", refused("sed=1"));
    assertEquals(
        "l1.los=1%: link \"l1\" has an unknown key \"los\", which does nothing;"
            + " did you mean \"loss\"?",
        refused("l1.delay=1ms", "l1.los=1%"));
    assertEquals(
        "a.eht0.mtu=900: node \"a\" lists no interface \"eht0\"; did you mean \"eth0\"?",
        refused("a.eht0.mtu=900"));
    assertEquals(
        "a.tcp.sak=true: \"tcp\" of node \"a\" has an unknown key \"sak\", which does nothing;"
            + " did you mean \"sack\"?",
        refused("a.tcp.sak=true"));
    assertEquals(
        "a.zzzzz=1: node \"a\" has an unknown key \"zzzzz\", which does nothing;"
            + " use a key that a topology.json has there",
        refused("a.zzzzz=1"));
  }

  @Test
  void badValues_areToldAsInAFile() {
    assertEquals(
        "l1.loss=20%x: \"loss\" of link \"l1\": \"20%x\" is not a probability;"
            + " write a part from 0 to 1, or a percentage such as \"1%\"",
        refused("l1.delay=1ms", "l1.loss=20%x"));
    assertEquals(
        "seed=0.5: \"seed\" of the topology is 0.5; write a whole number of at most 64 bits",
        refused("seed=0.5"));
    assertEquals(
        "l1.loss=: \"loss\" of link \"l1\": \"\" is not a probability;"
            + " write a part from 0 to 1, or a percentage such as \"1%\"",
        refused("l1.loss="));
    assertEquals(
        "a.programs=[{\"kind\":\"script\",\"script\":\"scripts/b.lua\"}]: a program of node \"a\""
            + " names \"scripts/b.lua\", which the project does not have;"
            + " did you mean \"scripts/a.lua\"?",
        refused("a.programs=[{\"kind\":\"script\",\"script\":\"scripts/b.lua\"}]"));
  }

  @Test
  void whatIsNoSetting_isRefused() {
    String forms = "write LINK.key=value, NODE.key=value, seed=N or until=2s";
    assertEquals("loss: \"loss\" has no \"=\"; " + forms, refused("loss"));
    assertEquals("=: a run has no setting \"\"; " + forms, refused("="));
    assertEquals("nodes=[]: a run has no setting \"nodes\"; " + forms, refused("nodes=[]"));
    assertEquals(
        "both.mtu=900: a link and a node are called \"both\"; rename one of them",
        refused("both.mtu=900"));
    assertEquals(
        "l1.delay.ab=1ms: a link has no setting \"delay.ab\";"
            + " for one direction write delay={\"ab\": …, \"ba\": …}",
        refused("l1.delay.ab=1ms"));
  }
}
