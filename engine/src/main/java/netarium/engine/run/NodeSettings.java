package netarium.engine.run;

import java.util.Optional;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.node.Cards;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.node.RouterNode;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.JsonValue;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Ipv4Cidr;
import netarium.topologies.unit.MacAddress;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.TimeSpan;

/// Changes one setting of a running node: `cpu`, or of a card its `ipv4`, `mac`, `mtu`, `gateway`.
///
/// Values were checked where the topology was read; one that a hand brings may still be wrong, and
/// then the run says so and goes on as before.
final class NodeSettings {
  private static final int OUTSIDE = -1;

  private final EventRecorder recorder;

  NodeSettings(EventRecorder recorder) {
    this.recorder = recorder;
  }

  /// As a file would have it, without the quotes.
  static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.Text text -> text.value();
      case JsonValue.Numeral number -> number.literal();
      case JsonValue.Bool bool -> Boolean.toString(bool.value());
      default -> "null";
    };
  }

  void change(Node node, String key, JsonValue value) {
    String text = text(value);
    int dot = key.lastIndexOf('.');
    if (dot > 0) {
      changeCard(node, key.substring(0, dot), key.substring(dot + 1), text);
    } else if (key.equals("cpu") && node instanceof Host host) {
      take(node, key, TimeSpan.parse(text), span -> host.vm().cpu().changeSpeed(span.nanos()));
    } else {
      say(node, "has no setting " + key + "; nothing changes");
    }
  }

  private void changeCard(Node node, String name, String key, String text) {
    Optional<Forwarding> ip =
        switch (node) {
          case Host host -> Optional.of(host.forwarding());
          case RouterNode router -> Optional.of(router.forwarding());
          default -> Optional.empty();
        };
    Optional<NetworkInterface> card = ip.flatMap(layer -> Cards.card(layer, name));
    if (ip.isEmpty() || card.isEmpty()) {
      say(node, "has no interface " + name + " with settings; nothing changes");
      return;
    }
    change(node, ip.get(), card.get(), key, text);
  }

  private void change(Node node, Forwarding ip, NetworkInterface card, String key, String text) {
    String whole = card.name() + "." + key;
    switch (key) {
      case "ipv4" ->
          take(
              node,
              whole,
              Ipv4Cidr.parseHost(text),
              cidr -> {
                ip.assign(card, Optional.of(FromTopology.prefix(cidr)));
                card.arp().announce();
              });
      case "mac" ->
          take(
              node,
              whole,
              MacAddress.parseStation(text),
              mac -> {
                card.changeMac(new netarium.engine.wire.MacAddress(mac.bits()));
                card.arp().announce();
              });
      case "mtu" ->
          take(
              node,
              whole,
              Octets.parse(text),
              size -> Cards.changeMtu(ip, card.name(), Math.clamp(size.count(), 68, 65_535)));
      case "gateway" ->
          take(
              node,
              whole,
              IpAddress.parse(text),
              address ->
                  FromTopology.ipv4(address)
                      .ifPresentOrElse(
                          gateway -> Cards.changeGateway(ip, card, gateway),
                          () -> say(node, whole + " is no address of IPv4; nothing changes")));
      default -> say(node, "has no setting " + whole + " that can change; nothing changes");
    }
  }

  private interface Change<T> {
    void to(T value);
  }

  private <T> void take(Node node, String key, Parsed<T> parsed, Change<T> change) {
    switch (parsed) {
      case Parsed.Ok<T>(T value) -> change.to(value);
      case Parsed.Bad<T>(String why, String advice) ->
          say(node, "keeps its " + key + ": " + why + "; " + advice);
    }
  }

  private void say(Node node, String what) {
    recorder.record(new SimEvent.Notice(recorder.stamp(OUTSIDE), 0, node.id() + " " + what));
  }
}
