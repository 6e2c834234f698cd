package netarium.engine.node;

import java.util.List;
import java.util.Optional;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.Route;
import netarium.engine.link.Port;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;

/// Puts network cards into the IP layer of a node.
public final class Cards {
  private Cards() {}

  /// A card as a topology describes it. Without a MAC address of its own it gets one that is easy
  /// to read: 02:00 and the IPv4 address, or else 02:01 and the places of node and card.
  public record Card(
      String name,
      Optional<MacAddress> mac,
      Optional<Ipv4Prefix> prefix,
      Optional<Ipv4Address> gateway,
      int mtuOctets) {}

  static void install(Forwarding forwarding, List<Card> cards) {
    for (int place = 0; place < cards.size(); place++) {
      Card card = cards.get(place);
      int placeOfCard = place;
      MacAddress mac = card.mac().orElseGet(() -> macOf(card, forwarding.node(), placeOfCard));
      NetworkInterface added = forwarding.addInterface(card.name(), mac, card.mtuOctets());
      forwarding.assign(added, card.prefix());
      card.gateway()
          .ifPresent(gateway ->
              forwarding.routes().add(Route.via(Route.DEFAULT, gateway, added, placeOfCard)));
    }
  }

  static Port port(Forwarding forwarding, String id, String interfaceName) {
    for (NetworkInterface each : forwarding.interfaces()) {
      if (each.name().equals(interfaceName) && !each.isLoopback()) {
        return each.port();
      }
    }
    throw new IllegalArgumentException(id + " has no interface " + interfaceName);
  }

  /// The card of that name.
  public static Optional<NetworkInterface> card(Forwarding forwarding, String name) {
    return forwarding.interfaces().stream()
        .filter(each -> each.name().equals(name) && !each.isLoopback())
        .findFirst();
  }

  /// Sends what no other route leads to over `gateway`, by this card, in place of the card's
  /// gateway until now.
  public static void changeGateway(
      Forwarding forwarding, NetworkInterface card, Ipv4Address gateway) {
    int place = forwarding.interfaces().indexOf(card) - 1;
    for (Route route : List.copyOf(forwarding.routes().routes())) {
      if (route.to().equals(Route.DEFAULT) && route.out() == card) {
        forwarding.removeRoute(route);
      }
    }
    forwarding.addRoute(Route.via(Route.DEFAULT, gateway, card, place));
  }

  /// Changes the MTU of the card of that name.
  public static void changeMtu(Forwarding forwarding, String interfaceName, int mtuOctets) {
    for (NetworkInterface each : forwarding.interfaces()) {
      if (each.name().equals(interfaceName) && !each.isLoopback()) {
        each.changeMtu(mtuOctets);
      }
    }
  }

  private static MacAddress macOf(Card card, int node, int place) {
    return card.prefix()
        .map(prefix -> new MacAddress(0x0200_0000_0000L | (prefix.address().bits() & 0xffffffffL)))
        .orElseGet(() -> new MacAddress(0x0201_0000_0000L | (long) node << 8 | place));
  }
}
