package netarium.topologies.node;

import netarium.topologies.json.Extras;

/// A repeater: what comes in at one port goes out at all others.
public record Hub(Common common, Extras extras) implements Node {
  @Override
  public NodeKind kind() {
    return NodeKind.HUB;
  }
}
