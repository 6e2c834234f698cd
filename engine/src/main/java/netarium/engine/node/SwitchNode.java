package netarium.engine.node;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.link.Port;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;

/// A switch with as many ports as links need.
public final class SwitchNode implements Node {
  private final String id;
  private final int index;
  private final EthernetSwitch bridge;
  private final Map<String, Port> ports = new LinkedHashMap<>();

  public SwitchNode(String id, int index, Simulator simulator, EventRecorder recorder) {
    this.id = id;
    this.index = index;
    this.bridge = new EthernetSwitch(index, simulator, recorder);
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
    return ports.computeIfAbsent(interfaceName, bridge::addPort);
  }

  public EthernetSwitch bridge() {
    return bridge;
  }
}
