package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.Endpoint;

/// How a router rewrites addresses (RFC 3022).
public sealed interface NatRule {
  /// The interface towards the outside.
  String outside();

  Extras extras();

  /// Datagrams that leave by the outside interface get its address and a port of its own.
  record Masquerade(String outside, Extras extras) implements NatRule {}

  /// What comes from outside for a port goes to a machine inside.
  record Forward(String outside, Protocol protocol, int port, Endpoint to, Extras extras)
      implements NatRule {}

  /// The protocols whose ports can be forwarded.
  enum Protocol {
    TCP("tcp"),
    UDP("udp");

    private final String key;

    Protocol(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
