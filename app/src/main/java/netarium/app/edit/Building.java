package netarium.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.node.Common;
import netarium.topologies.node.Hub;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.NodeKind;
import netarium.topologies.node.Router;
import netarium.topologies.node.Switch;
import netarium.topologies.node.Tunnel;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.Ipv4Cidr;

/// The edits that need to look around before they know what to do: a new node finds its name, a
/// cable its interfaces and addresses, a copy new names and places.
public final class Building {
  /// What can be an id: a name that programs and files can use.
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,62}");

  private Building() {}

  public static TopologyEdit.AddNode node(Topology topology, NodeKind kind, double x, double y) {
    String id = Names.forNode(topology, kind);
    List<InterfaceSpec> cards =
        kind == NodeKind.VM ? List.of(InterfaceSpec.named("eth0")) : List.of();
    Common common = new Common(id, null, x, y, cards);
    return new TopologyEdit.AddNode(
        switch (kind) {
          case VM -> Vm.of(common, List.of());
          case SWITCH -> new Switch(common, false, Map.of(), Extras.NONE);
          case HUB -> new Hub(common, Extras.NONE);
          case ROUTER ->
              new Router(common, List.of(), List.of(), List.of(), Map.of(), false, Extras.NONE);
          case TUNNEL -> new Tunnel(common, Extras.NONE);
        });
  }

  public static TopologyEdit.AddNote note(String text, double x, double y) {
    return new TopologyEdit.AddNote(new Note(x, y, null, null, text, Extras.NONE));
  }

  /// A cable between two nodes, into free interfaces. A machine's or router's end without an
  /// address gets the next free one of its segment. Empty for a node with itself.
  public static Optional<TopologyEdit> link(Topology topology, String a, String b) {
    Node from = topology.node(a);
    Node to = topology.node(b);
    if (from == null || to == null || a.equals(b)) {
      return Optional.empty();
    }
    List<TopologyEdit> edits = new ArrayList<>();
    LinkEnd atA = new LinkEnd(a, Names.freeInterface(topology, from), Extras.NONE);
    LinkEnd atB = new LinkEnd(b, Names.freeInterface(topology, to), Extras.NONE);
    Link cable =
        new Link(Names.forLink(topology), atA, atB, LinkSettings.DEFAULT, List.of(), Extras.NONE);
    edits.add(new TopologyEdit.AddLink(cable));
    Topology now = new TopologyEdit.AddLink(cable).apply(topology);
    for (LinkEnd end : List.of(atA, atB)) {
      Node node = now.node(end.node());
      if (node != null && node.kind().mustListInterfaces()) {
        TopologyEdit addressed = addressed(now, node, end);
        now = addressed.apply(now);
        edits.add(addressed);
        for (TopologyEdit each : gateways(now, end)) {
          now = each.apply(now);
          edits.add(each);
        }
      }
    }
    return Optional.of(new TopologyEdit.Several("edit.link", edits));
  }

  /// A router that joins a segment becomes the gateway of the machines there that have none.
  private static List<TopologyEdit> gateways(Topology topology, LinkEnd port) {
    List<TopologyEdit> edits = new ArrayList<>();
    Node router = topology.node(port.node());
    InterfaceSpec own = router == null ? null : router.interfaceNamed(port.interfaceName());
    Ipv4Cidr network = own == null ? null : own.fixedIpv4();
    if (router != null && router.kind() == NodeKind.ROUTER && network != null) {
      for (LinkEnd end : Addresses.withoutGateway(topology, port, network)) {
        Node machine = topology.node(end.node());
        InterfaceSpec card = machine == null ? null : machine.interfaceNamed(end.interfaceName());
        if (machine != null && card != null) {
          List<InterfaceSpec> cards = new ArrayList<>(machine.interfaces());
          cards.set(
              cards.indexOf(card),
              new InterfaceSpec(
                  card.name(),
                  card.mac(),
                  card.ipv4(),
                  card.ipv6(),
                  network.address(),
                  card.mtu(),
                  card.extras()));
          edits.add(withCards(machine, cards));
        }
      }
    }
    return edits;
  }

  private static TopologyEdit withCards(Node node, List<InterfaceSpec> cards) {
    Common old = node.common();
    Common changed = new Common(old.id(), old.name(), old.x(), old.y(), cards);
    return new TopologyEdit.ChangeNode(node.id(), node.withCommon(changed));
  }

  private static TopologyEdit addressed(Topology topology, Node node, LinkEnd end) {
    List<InterfaceSpec> cards = new ArrayList<>(node.interfaces());
    InterfaceSpec listed = node.interfaceNamed(end.interfaceName());
    InterfaceSpec card = listed == null ? InterfaceSpec.named(end.interfaceName()) : listed;
    if (card.ipv4() == null) {
      Addresses.Offer offer = Addresses.at(topology, end);
      boolean takesGateway = node.kind() == NodeKind.VM && card.gateway() == null;
      card =
          new InterfaceSpec(
              card.name(),
              card.mac(),
              new InterfaceSpec.Ipv4.Fixed(offer.cidr()),
              card.ipv6(),
              takesGateway ? offer.gateway() : card.gateway(),
              card.mtu(),
              card.extras());
    }
    if (listed == null) {
      cards.add(card);
    } else {
      cards.set(cards.indexOf(listed), card);
    }
    return withCards(node, cards);
  }

  /// Another name for a node. One that can be an id and is free becomes its id, so that programs
  /// find the node by it; any other is only shown. Empty for no name at all.
  public static Optional<TopologyEdit> rename(Topology topology, String id, String name) {
    String wanted = name.strip();
    Node node = topology.node(id);
    if (node == null || wanted.isEmpty() || wanted.equals(node.displayName())) {
      return Optional.empty();
    }
    boolean isId = ID.matcher(wanted).matches() && topology.node(wanted) == null;
    return Optional.of(
        isId ? new TopologyEdit.RenameNode(id, wanted) : new TopologyEdit.Rename(id, wanted));
  }

  /// Copies of these nodes and notes of `source`, with the cables among them, `offset` to the right
  /// and down. Addresses are found anew, for no two machines may have the same.
  public static TopologyEdit.Several copies(
      String label,
      Topology topology,
      Topology source,
      Set<String> ids,
      Set<Integer> notes,
      double offset) {
    List<TopologyEdit> edits = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>(Names.ids(topology));
    Topology now = topology;
    for (Node node : source.nodes()) {
      if (ids.contains(node.id())) {
        String name = Names.forCopy(node.id(), taken);
        taken.add(name);
        names.put(node.id(), name);
        TopologyEdit add = new TopologyEdit.AddNode(copy(node, name, offset));
        now = add.apply(now);
        edits.add(add);
      }
    }
    for (Link link : source.links()) {
      String a = names.get(link.a().node());
      String b = names.get(link.b().node());
      if (a != null && b != null) {
        LinkEnd atA = new LinkEnd(a, link.a().interfaceName(), link.a().extras());
        LinkEnd atB = new LinkEnd(b, link.b().interfaceName(), link.b().extras());
        TopologyEdit add =
            new TopologyEdit.AddLink(
                new Link(
                    Names.forLink(now), atA, atB, link.settings(), link.rules(), link.extras()));
        now = add.apply(now);
        edits.add(add);
      }
    }
    for (String name : names.values()) {
      Node first = now.node(name);
      int cards = first == null ? 0 : first.interfaces().size();
      for (int i = 0; i < cards; i++) {
        Node node = now.node(name);
        if (node != null) {
          String card = node.interfaces().get(i).name();
          TopologyEdit addressed = addressed(now, node, new LinkEnd(name, card, Extras.NONE));
          now = addressed.apply(now);
          edits.add(addressed);
        }
      }
    }
    edits.addAll(noteCopies(source, notes, offset));
    return new TopologyEdit.Several(label, edits);
  }

  private static List<TopologyEdit> noteCopies(Topology source, Set<Integer> notes, double offset) {
    List<TopologyEdit> edits = new ArrayList<>();
    for (int i = 0; i < source.notes().size(); i++) {
      if (notes.contains(i)) {
        Note note = source.notes().get(i);
        edits.add(
            new TopologyEdit.AddNote(
                new Note(
                    note.x() + offset,
                    note.y() + offset,
                    note.width(),
                    note.height(),
                    note.text(),
                    note.extras())));
      }
    }
    return edits;
  }

  private static Node copy(Node node, String name, double offset) {
    Common old = node.common();
    List<InterfaceSpec> cards = new ArrayList<>();
    for (InterfaceSpec each : node.interfaces()) {
      boolean isFixed = each.ipv4() instanceof InterfaceSpec.Ipv4.Fixed;
      cards.add(
          new InterfaceSpec(
              each.name(),
              null,
              isFixed ? null : each.ipv4(),
              each.ipv6() instanceof InterfaceSpec.Ipv6.Fixed ? null : each.ipv6(),
              each.gateway(),
              each.mtu(),
              each.extras()));
    }
    Double x = old.x();
    Double y = old.y();
    return node.withCommon(
        new Common(
            name, null, x == null ? null : x + offset, y == null ? null : y + offset, cards));
  }
}
