package netarium.app.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netarium.app.canvas.scene.Item;
import netarium.app.edit.Building;
import netarium.app.project.Document;
import netarium.app.project.Templates;
import netarium.app.session.Selection;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;
import org.junit.jupiter.api.Test;

/// Properties are typed, checked, undone and sent to the run.
class PropertiesTest {
  private final Document document = new Document(Templates.CLIENT_SERVER.project("Web"), null);
  private final Selection selection = new Selection();
  private final List<Stimulus> applied = new ArrayList<>();
  private boolean isRunning;
  private final Properties model =
      new Properties(
          document,
          selection,
          new LiveChanges() {
            @Override
            public boolean isRunning() {
              return isRunning;
            }

            @Override
            public void apply(Stimulus stimulus) {
              applied.add(stimulus);
            }
          });

  private Field field(String label) {
    for (Section section : model.sections()) {
      for (Field field : section.fields()) {
        if (field.label().equals(label)) {
          return field;
        }
      }
    }
    throw new AssertionError("no field " + label);
  }

  private Optional<String> type(String label, String text) {
    return model.change(field(label), Field.Value.both(text));
  }

  private void selectNode(String id) {
    selection.select(Set.of(new Item.OfNode(id)));
  }

  private void selectLink() {
    selection.select(Set.of(new Item.OfLink("l1")));
  }

  private Link link() {
    return java.util.Objects.requireNonNull(document.topology().link("l1"));
  }

  @Test
  void nothingSelected_showsTheProject() {
    assertEquals(new Subject.OfProject(), model.subject());
    assertEquals(Optional.empty(), type("seed", "42"));
    assertEquals(Optional.empty(), type("until", "10s"));
    assertEquals(42, document.topology().seed());
    assertTrue(type("until", "soon").orElseThrow().contains("\"soon\" is not a duration"));
    assertTrue(type("seed", "much").isPresent());
    assertEquals(42, document.topology().seed());
  }

  @Test
  void everyFieldOfEverything_readsBackWhatItShows() {
    document.history().apply(Building.note("note", 1, 2));
    List<Set<Item>> all = new ArrayList<>(List.of(Set.of(), Set.of(new Item.OfNote(0))));
    Topology topology = document.topology();
    topology.nodes().forEach(node -> all.add(Set.of(new Item.OfNode(node.id()))));
    topology.links().forEach(link -> all.add(Set.of(new Item.OfLink(link.id()))));
    for (Set<Item> items : all) {
      selection.select(items);
      for (Section section : model.sections()) {
        for (Field field : section.fields()) {
          assertEquals(Optional.empty(), model.change(field, model.value(field)), field.label());
        }
      }
    }
    assertEquals(topology, document.topology());
  }

  @Test
  void usualValues_areWhatCountsWhereNothingIsWritten() {
    List<Set<Item>> all = new ArrayList<>(List.of(Set.of()));
    document.topology().nodes().forEach(node -> all.add(Set.of(new Item.OfNode(node.id()))));
    document.topology().links().forEach(link -> all.add(Set.of(new Item.OfLink(link.id()))));
    Topology before = document.topology();
    for (Set<Item> items : all) {
      selection.select(items);
      for (Section section : model.sections()) {
        for (Field field : section.fields()) {
          boolean isSilent = model.value(field).equals(Field.Value.NONE);
          boolean isSaid = field.label().equals("name") || field.label().equals("port");
          if (isSilent && !field.otherwise().isEmpty() && !isSaid) {
            type(field.label(), field.otherwise());
            assertEquals(before, document.topology(), field.label());
          }
        }
      }
    }
  }

  @Test
  void address_isCheckedAsInAFile() {
    selectNode("server");
    assertTrue(type("ipv4", "10.0.1.0/24").orElseThrow().contains("address of the network"));
    assertTrue(type("ipv4", "10.0.1.2").orElseThrow().contains("write 10.0.1.2/24"));
    assertTrue(type("gateway", "10.0.9.9").isPresent() || type("gateway", "").isEmpty());
    assertEquals(Optional.empty(), type("ipv4", "10.0.1.77/24"));
    assertEquals("10.0.1.77/24", model.value(field("ipv4")).ab());
    document.history().undo();
    assertEquals("10.0.1.2/24", model.value(field("ipv4")).ab());
  }

  @Test
  void tablesOfARouterAndOfASwitch_areWrittenAsLines() {
    document.history().apply(Building.node(document.topology(), NodeKind.ROUTER, 1, 2));
    selectNode(document.topology().nodes().getLast().id());
    assertEquals(Optional.empty(), type("routes", "to=10.9.0.0/16 via=10.0.1.2\n\n"));
    assertEquals("to=10.9.0.0/16 via=10.0.1.2", model.value(field("routes")).ab());
    assertTrue(
        type("routes", "10.9.0.0/16 via 10.0.1.2").orElseThrow().contains("write key=value"));
    assertTrue(type("routes", "to=everywhere via=10.0.1.2").isPresent());
    assertEquals(Optional.empty(), type("firewall", "do=drop protocol=tcp port=23"));
    selectNode("sw");
    assertEquals(Optional.empty(), type("vlans", "p1: 10\np2: trunk=10,20"));
    assertEquals("p1: 10\np2: trunk=10,20", model.value(field("vlans")).ab());
    selectNode("client");
    assertEquals(Optional.empty(), type("env", "GREETING=Hello = there"));
    assertEquals(Optional.empty(), type("hosts", "example.org=10.0.1.9"));
    assertTrue(type("hosts", "example.org=nowhere").isPresent());
  }

  @Test
  void link_hasAValueForEachDirection() {
    selectLink();
    assertEquals(Optional.empty(), model.change(field("rate"), new Field.Value("1Mbit/s", "")));
    assertEquals("1Mbit/s / 100Mbit/s", link().settings().rate().toString());
    assertEquals(new Field.Value("1Mbit/s", "100Mbit/s"), model.value(field("rate")));
    String wrong = model.change(field("loss"), new Field.Value("1%", "200%")).orElseThrow();
    assertTrue(wrong.contains("more than certain"), wrong);
    assertEquals(Optional.empty(), type("loss", "0.5%"));
    assertEquals(Optional.empty(), type("queue", "7"));
    assertEquals(Optional.empty(), type("up", "false"));
    assertEquals(7, link().settings().queue().ab());
    assertFalse(link().settings().up().ba());
    assertEquals(Optional.empty(), type("rate", ""));
    assertEquals("100Mbit/s", link().settings().rate().toString());
  }

  @Test
  void runningNetwork_isChangedWhereItCanBe() {
    selectLink();
    isRunning = true;
    type("loss", "20%");
    Stimulus.SetLink set = assertInstanceOf(Stimulus.SetLink.class, applied.getFirst());
    assertEquals("l1", set.link());
    assertEquals("20%", assertInstanceOf(LinkSetting.SetLoss.class, set.setting()).value() + "");
    selectNode("client");
    type("cpu", "1us");
    type("name", "Client one");
    assertEquals(2, applied.size());
    Stimulus.SetNode node = assertInstanceOf(Stimulus.SetNode.class, applied.getLast());
    assertEquals("cpu", node.key());
    type("ipv4", "nonsense");
    assertEquals(2, applied.size());
    type("ipv4", "10.0.1.9/24");
    assertEquals("eth0.ipv4", assertInstanceOf(Stimulus.SetNode.class, applied.getLast()).key());
  }

  @Test
  void id_takesItsCablesAlong() {
    selectNode("client");
    assertTrue(type("id", "server").isPresent());
    assertTrue(type("id", "no spaces").isPresent());
    assertEquals(Optional.empty(), type("id", "browser"));
    assertEquals("browser", link2().b().node() + link2().a().node().replaceAll(".*", ""));
    assertEquals(new Subject.OfNode("browser"), model.subject());
    document.history().undo();
    assertEquals(
        List.of(), model.sections().stream().filter(s -> s.title().equals("node")).toList());
  }

  private Link link2() {
    Link link = java.util.Objects.requireNonNull(document.topology().link("l2"));
    return link.b().node().equals("sw")
        ? new Link(link.id(), link.b(), link.a(), link.settings(), link.rules(), link.extras())
        : link;
  }

  @Test
  void program_isChangedAndRemoved() {
    selectNode("server");
    assertEquals(Optional.empty(), type("args", "80  fast"));
    assertEquals(Optional.empty(), type("restart", "always"));
    assertEquals("80 fast", model.value(field("args")).ab());
    Vm vm = assertInstanceOf(Vm.class, document.topology().node("server"));
    assertEquals(List.of("80", "fast"), vm.programs().getFirst().start().args());
    Section program =
        model.sections().stream()
            .filter(s -> s.title().equals("program"))
            .findFirst()
            .orElseThrow();
    model.remove(program);
    vm = assertInstanceOf(Vm.class, document.topology().node("server"));
    assertEquals(List.of(), vm.programs());
  }

  @Test
  void tcpOption_isWrittenAndTakenBack() {
    selectNode("server");
    assertEquals(Optional.empty(), type("congestion", "cubic"));
    assertEquals(Optional.empty(), type("sack", "false"));
    assertEquals(Optional.empty(), type("receiveBuffer", "64KiB"));
    assertEquals(Optional.empty(), type("mss", "536"));
    assertTrue(type("mss", "many").isPresent());
    Vm vm = assertInstanceOf(Vm.class, document.topology().node("server"));
    assertEquals(65_536, java.util.Objects.requireNonNull(vm.tcp().receiveBuffer()).count());
    for (String each : List.of("congestion", "sack", "receiveBuffer", "mss")) {
      type(each, "");
    }
    vm = assertInstanceOf(Vm.class, document.topology().node("server"));
    assertEquals(netarium.topologies.node.TcpOptions.DEFAULT, vm.tcp());
  }
}
