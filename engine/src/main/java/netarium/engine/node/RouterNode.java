package netarium.engine.node;

import java.util.List;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.Forwarding;
import netarium.engine.link.Port;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;

/// A router: several cards, a routing table, ICMP; no programs.
public final class RouterNode implements Node {
  private final String id;
  private final int index;
  private final Forwarding forwarding;

  public RouterNode(
      String id, int index, List<Cards.Card> cards, Simulator simulator, EventRecorder recorder) {
    this.id = id;
    this.index = index;
    this.forwarding = new Forwarding(index, true, simulator, recorder);
    new IcmpLayer(forwarding, simulator, recorder);
    Cards.install(forwarding, cards);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public Port port(String interfaceName) {
    return Cards.port(forwarding, id, interfaceName);
  }

  public Forwarding forwarding() {
    return forwarding;
  }
}
