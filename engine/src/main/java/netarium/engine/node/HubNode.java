package netarium.engine.node;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.link.Hub;
import netarium.engine.link.Port;
import netarium.engine.trace.EventRecorder;

/// A hub with as many ports as links need.
public final class HubNode implements Node {
  private final String id;
  private final int index;
  private final Hub hub;
  private final Map<String, Port> ports = new LinkedHashMap<>();

  public HubNode(String id, int index, EventRecorder recorder) {
    this.id = id;
    this.index = index;
    this.hub = new Hub(index, recorder);
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
    return ports.computeIfAbsent(interfaceName, hub::addPort);
  }

  public Hub hub() {
    return hub;
  }
}
