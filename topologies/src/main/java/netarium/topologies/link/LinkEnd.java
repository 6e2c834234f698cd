package netarium.topologies.link;

import netarium.topologies.json.Extras;

/// Where a cable is plugged in.
public record LinkEnd(String node, String interfaceName, Extras extras) {
  @Override
  public String toString() {
    return node + ":" + interfaceName;
  }
}
