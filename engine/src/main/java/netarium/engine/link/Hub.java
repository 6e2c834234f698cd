package netarium.engine.link;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;

/// Repeats each frame to all other ports and knows nothing about addresses.
///
/// It takes in whole frames, as its links do, so there are no collisions: links are full duplex.
public final class Hub implements FrameReceiver {
  private final int node;
  private final EventRecorder recorder;
  private final List<Port> ports = new ArrayList<>();
  private boolean isUp = true;

  public Hub(int node, EventRecorder recorder) {
    this.node = node;
    this.recorder = recorder;
  }

  public Port addPort(String name) {
    Port port = new Port(new PortId(node, name), MacAddress.ZERO, this);
    ports.add(port);
    return port;
  }

  /// Without power it takes no frames.
  public void power(boolean on) {
    isUp = on;
  }

  @Override
  public void receive(EthernetFrame frame, Port arrivedOn) {
    if (!isUp) {
      recorder.record(
          new FrameDropped(
              recorder.stamp(node),
              arrivedOn.link(),
              arrivedOn.id(),
              frame,
              DropReason.NODE_DOWN,
              ""));
      return;
    }
    if (arrivedOn.hasCircled()) {
      recorder.record(
          new FrameDropped(
              recorder.stamp(node), arrivedOn.link(), arrivedOn.id(), frame, DropReason.STORM, ""));
      return;
    }
    recorder.recordAsCause(
        new FrameDelivered(recorder.stamp(node), arrivedOn.link(), arrivedOn.id(), frame));
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      if (port != arrivedOn && port.isUp()) {
        port.relay(frame, arrivedOn);
      }
    }
  }
}
