package netarium.topologies.node;

import netarium.topologies.json.Extras;

/// A link end whose frames are UDP datagrams of the real machine. The file only places it: no file
/// opens it.
public record Tunnel(Common common, Extras extras) implements Node {
  @Override
  public NodeKind kind() {
    return NodeKind.TUNNEL;
  }
}
