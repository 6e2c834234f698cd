package netarium.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
  private static final NodeKind[] KINDS = NodeKind.values();

  @Test
  void randomEdits_areUndoneToTheStartAndRedoneToTheEnd() {
    for (long seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Topology start = Topology.empty("Start");
      EditHistory history = new EditHistory(start);
      List<Topology> passed = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        history.apply(anEdit(history.topology(), random));
        if (random.nextInt(12) == 0 && history.canUndo()) {
          history.undo();
        }
      }
      Topology end = history.topology();
      while (history.canUndo()) {
        passed.add(history.topology());
        history.undo();
      }
      assertEquals(start, history.topology(), "seed " + seed);
      assertFalse(history.isModified());
      for (Topology expected : passed.reversed()) {
        history.redo();
        assertEquals(expected, history.topology(), "seed " + seed);
      }
      while (history.canRedo()) {
        history.redo();
      }
      assertTrue(passed.isEmpty() || passed.getFirst().equals(end), "seed " + seed);
    }
  }

  @Test
  void randomEdits_leaveNoDanglingCableAndNoAddressTwice() {
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      EditHistory history = new EditHistory(Topology.empty("Start"));
      for (int i = 0; i < 60; i++) {
        Topology now = history.apply(anEdit(history.topology(), random));
        Set<String> addresses = new LinkedHashSet<>();
        for (Node node : now.nodes()) {
          for (InterfaceSpec card : node.interfaces()) {
            var cidr = card.fixedIpv4();
            assertTrue(cidr == null || addresses.add(cidr.toString()), "seed " + seed);
          }
        }
        Set<String> plugs = new LinkedHashSet<>();
        for (Link link : now.links()) {
          assertTrue(now.node(link.a().node()) != null && now.node(link.b().node()) != null);
          assertTrue(plugs.add(link.a().toString()) && plugs.add(link.b().toString()));
        }
      }
    }
  }

  private static TopologyEdit anEdit(Topology now, SplittableRandom random) {
    if (now.nodes().size() < 2) {
      return Building.node(now, KINDS[random.nextInt(KINDS.length)], random.nextInt(900), 40);
    }
    Node one = now.nodes().get(random.nextInt(now.nodes().size()));
    Node other = now.nodes().get(random.nextInt(now.nodes().size()));
    return switch (random.nextInt(10)) {
      case 0, 1 -> Building.node(now, KINDS[random.nextInt(KINDS.length)], random.nextInt(900), 9);
      case 2, 3 ->
          Building.link(now, one.id(), other.id())
              .orElseGet(() -> new TopologyEdit.Rename(one.id(), "other"));
      case 4 ->
          new TopologyEdit.Move(
              Map.of(one.id(), new TopologyEdit.Place(random.nextInt(500), random.nextInt(500))),
              Map.of(),
              random.nextInt(3));
      case 5 -> new TopologyEdit.Rename(one.id(), "name " + random.nextInt(5));
      case 6 ->
          Building.copies(
              "edit.paste",
              now,
              now,
              new LinkedHashSet<>(List.of(one.id(), other.id())),
              Set.of(),
              48);
      case 7 -> new TopologyEdit.Remove(Set.of(one.id()), Set.of());
      case 8 ->
          now.notes().size() > 2
              ? new TopologyEdit.RemoveNotes(Set.of(random.nextInt(3)))
              : new TopologyEdit.AddNote(
                  new Note(1, 2, null, null, "note " + random.nextInt(), Extras.NONE));
      default ->
          now.links().isEmpty()
              ? new TopologyEdit.Remove(Set.of(), Set.of("l1"))
              : new TopologyEdit.SwitchLink(now.links().getFirst().id(), random.nextBoolean());
    };
  }

  @Test
  void drag_isOneEntry() {
    EditHistory history = new EditHistory(Topology.empty("Start"));
    history.apply(Building.node(history.topology(), NodeKind.VM, 0, 0));
    for (int i = 1; i <= 20; i++) {
      var place = new TopologyEdit.Place(8 * i, 0);
      history.apply(new TopologyEdit.Move(Map.of("vm1", place), Map.of(), 7));
    }
    history.apply(new TopologyEdit.Move(Map.of("vm1", new TopologyEdit.Place(0, 80)), Map.of(), 8));
    history.undo();
    assertEquals(160, history.topology().nodes().getFirst().x());
    history.undo();
    assertEquals(0, history.topology().nodes().getFirst().x());
    assertEquals("Undo: add vm1", new EditWords(Locale.ENGLISH).undo(history));
  }

  @Test
  void undoToWhatWasSaved_isNotModified() {
    EditHistory history = new EditHistory(Topology.empty("Start"));
    history.apply(Building.node(history.topology(), NodeKind.VM, 0, 0));
    history.markSaved();
    history.apply(new TopologyEdit.Rename("vm1", "web"));
    assertTrue(history.isModified());
    history.undo();
    assertFalse(history.isModified());
  }

  @Test
  void machineWiredToASwitch_getsTheNextFreeAddressAndTheRoutersPort() {
    EditHistory history = new EditHistory(Topology.empty("Start"));
    for (NodeKind kind : List.of(NodeKind.SWITCH, NodeKind.ROUTER, NodeKind.VM, NodeKind.VM)) {
      history.apply(Building.node(history.topology(), kind, 0, 0));
    }
    for (String node : List.of("r1", "vm1", "vm2")) {
      history.apply(Building.link(history.topology(), node, "sw1").orElseThrow());
    }
    assertEquals("10.0.1.1/24", address(history, "r1"));
    assertEquals("10.0.1.2/24", address(history, "vm1"));
    assertEquals("10.0.1.3/24", address(history, "vm2"));
    Node second = history.topology().node("vm2");
    assertTrue(second != null);
    assertEquals("10.0.1.1", String.valueOf(second.interfaces().getFirst().gateway()));
    history.apply(
        Building.copies(
            "edit.paste", history.topology(), history.topology(), Set.of("vm2"), Set.of(), 48));
    history.apply(Building.link(history.topology(), "vm2-2", "r1").orElseThrow());
    assertEquals(LinkSettings.DEFAULT, history.topology().links().getLast().settings());
    assertFalse(address(history, "vm2-2").equals(address(history, "vm2")));
  }

  @Test
  void routerWiredLast_becomesTheGatewayOfTheMachinesThere() {
    EditHistory history = new EditHistory(Topology.empty("Start"));
    for (NodeKind kind : List.of(NodeKind.SWITCH, NodeKind.VM, NodeKind.VM, NodeKind.ROUTER)) {
      history.apply(Building.node(history.topology(), kind, 0, 0));
    }
    for (String node : List.of("vm1", "vm2", "r1")) {
      history.apply(Building.link(history.topology(), node, "sw1").orElseThrow());
    }
    for (String id : List.of("vm1", "vm2")) {
      Node machine = history.topology().node(id);
      assertTrue(machine != null);
      assertEquals("10.0.1.3", String.valueOf(machine.interfaces().getFirst().gateway()));
    }
    assertEquals("Undo: connect r1 and sw1", new EditWords(Locale.ENGLISH).undo(history));
  }

  @Test
  void removedNode_takesWhatWasToBeDoneToItAlong() {
    Topology two =
        Building.node(Topology.empty("Start"), NodeKind.VM, 0, 0).apply(Topology.empty("Start"));
    Topology planned =
        two.withStimuli(
            List.of(new Stimulus.Crash(TimeSpan.ofMillis(5), "vm1", null, Extras.NONE)));
    Topology renamed = new TopologyEdit.RenameNode("vm1", "web").apply(planned);
    assertEquals("web", ((Stimulus.Crash) renamed.stimuli().getFirst()).node());
    Topology gone = new TopologyEdit.Remove(Set.of("web"), Set.of()).apply(renamed);
    assertTrue(gone.stimuli().isEmpty());
  }

  private static String address(EditHistory history, String id) {
    Node node = history.topology().node(id);
    return node == null ? "none" : String.valueOf(node.interfaces().getFirst().fixedIpv4());
  }
}
