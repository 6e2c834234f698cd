package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netarium.engine.run.Waits;
import netarium.topologies.Topology;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Router;
import netarium.topologies.unit.Ipv4Cidr;
import org.jspecify.annotations.Nullable;

/// The cards of a topology's nodes. A card that looks as it did is the very one of before, so that
/// comparing two scenes costs little however large the network is.
final class Cards {
  private final Topology topology;
  private final List<Point> places;
  private final Ports ports;
  private final SceneWords words;
  private final List<List<String>> addresses = new ArrayList<>();
  private final List<@Nullable Known> known = new ArrayList<>();
  private List<NodeCard> cards = List.of();

  /// What a card was made of.
  private record Known(
      Deed deed,
      boolean isAtWork,
      @Nullable Waits waits,
      List<ConsoleBar> console,
      int stations,
      boolean hasLoop,
      boolean isSelected,
      boolean isHovered,
      NodeCard card) {
    boolean fits(
        Deed otherDeed,
        boolean works,
        @Nullable Waits otherWaits,
        List<ConsoleBar> otherConsole,
        int heard,
        boolean loops,
        boolean selected,
        boolean hovered) {
      return otherDeed.equals(deed)
          && works == isAtWork
          && Objects.equals(otherWaits, waits)
          && otherConsole.equals(console)
          && heard == stations
          && loops == hasLoop
          && selected == isSelected
          && hovered == isHovered;
    }
  }

  Cards(Topology topology, List<Point> places, Ports ports, SceneWords words) {
    this.topology = topology;
    this.places = places;
    this.ports = ports;
    this.words = words;
    for (Node node : topology.nodes()) {
      addresses.add(addresses(node));
      known.add(null);
    }
  }

  List<NodeCard> at(
      long instant, List<NodeHistory> histories, List<List<PortMark>> marks, ViewState view) {
    boolean isNew = cards.size() != topology.nodes().size();
    List<NodeCard> now = new ArrayList<>(topology.nodes().size());
    for (int i = 0; i < topology.nodes().size(); i++) {
      NodeCard card = card(i, instant, histories.get(i), marks.get(i), view);
      now.add(card);
      isNew = isNew || !cards.get(i).equals(card);
    }
    if (isNew) {
      cards = List.copyOf(now);
    }
    return cards;
  }

  private NodeCard card(
      int index, long instant, NodeHistory history, List<PortMark> marks, ViewState view) {
    Node node = topology.nodes().get(index);
    Item item = new Item.OfNode(node.id());
    Deed deed = history.deed(instant);
    boolean works = deed.phase() == Deed.Phase.ALIVE && history.isAtWork(instant);
    Waits waits = deed.phase().isAlive() ? history.waits(instant) : null;
    List<ConsoleBar> console = history.console(instant);
    int stations = history.stations(instant);
    boolean loops = history.hasLoop(instant);
    boolean selected = view.selection().contains(item);
    boolean hovered = item.equals(view.hover());
    Known before = known.get(index);
    if (before != null
        && before.fits(deed, works, waits, console, stations, loops, selected, hovered)
        && before.card.ports().equals(marks)) {
      return before.card;
    }
    NodeCard card =
        new NodeCard(
            node.id(),
            node.displayName(),
            node.kind(),
            places.get(index),
            addresses.get(index),
            fact(node, ports.of(index).size(), stations),
            marks,
            waits == null ? words.of(deed, works) : words.of(deed, waits),
            console,
            loops,
            selected,
            hovered);
    known.set(
        index, new Known(deed, works, waits, console, stations, loops, selected, hovered, card));
    return card;
  }

  private static List<String> addresses(Node node) {
    List<String> addresses = new ArrayList<>();
    for (InterfaceSpec spec : node.interfaces()) {
      Ipv4Cidr cidr = spec.fixedIpv4();
      if (cidr != null) {
        addresses.add(cidr.toString());
      } else if (spec.ipv4() instanceof InterfaceSpec.Ipv4.Dhcp) {
        addresses.add("DHCP");
      }
    }
    return List.copyOf(addresses);
  }

  private String fact(Node node, int plugged, int stations) {
    return switch (node.kind()) {
      case VM -> "";
      case SWITCH ->
          stations == 0
              ? words.counted(plugged, "fact.port", "fact.ports")
              : words.counted(stations, "fact.mac", "fact.macs");
      case HUB -> words.counted(plugged, "fact.port", "fact.ports");
      case ROUTER -> {
        int own = node instanceof Router router ? router.routes().size() : 0;
        yield words.counted(own + addresses(node).size(), "fact.route", "fact.routes");
      }
      case TUNNEL -> words.of("fact.tunnel");
    };
  }
}
