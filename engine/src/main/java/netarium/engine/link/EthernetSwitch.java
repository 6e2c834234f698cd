package netarium.engine.link;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;

/// A learning bridge (IEEE 802.1D §7) without spanning tree: it learns where stations are from the
/// source of each frame, sends on to where the destination was last seen, and floods what it does
/// not know and what is meant for many. It never sends a frame back through the port it came by.
///
/// Passing on takes no time of its own; links count the time. In a loop frames circle until
/// [Port#MAX_RELAYS] drops them as a storm.
public final class EthernetSwitch implements FrameReceiver {
  private static final MacAddress NO_MAC = MacAddress.ZERO;

  private final int node;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final List<Port> ports = new ArrayList<>();
  private boolean isUp = true;
  private final MacTable table = new MacTable();

  public EthernetSwitch(int node, Simulator simulator, EventRecorder recorder) {
    this.node = node;
    this.simulator = simulator;
    this.recorder = recorder;
  }

  /// One line of the switch's table.
  public record Station(MacAddress mac, PortId port, SimTime lastSeen) {}

  public Port addPort(String name) {
    Port port = new Port(new PortId(node, name), NO_MAC, this);
    ports.add(port);
    return port;
  }

  /// What the switch knows now, by address.
  public List<Station> stations() {
    return table.stations(simulator.nowNanos());
  }

  /// As after a power cut: knows no station.
  public void forgetStations() {
    table.clear();
  }

  /// Without power it takes no frames and forgets its stations.
  public void power(boolean on) {
    isUp = on;
    forgetStations();
  }

  /// Stands still and takes no frames, but knows its stations when it goes on.
  public void stand(boolean still) {
    isUp = !still;
  }

  @Override
  public void receive(EthernetFrame frame, Port arrivedOn) {
    if (!isUp) {
      drop(frame, arrivedOn, DropReason.NODE_DOWN, "");
      return;
    }
    if (arrivedOn.hasCircled()) {
      drop(frame, arrivedOn, DropReason.STORM, "");
      return;
    }
    recorder.recordAsCause(
        new FrameDelivered(recorder.stamp(node), arrivedOn.link(), arrivedOn.id(), frame));
    long now = simulator.nowNanos();
    MacAddress source = frame.source();
    if (!source.isGroup() && source.bits() != 0) {
      table.learn(source.bits(), arrivedOn, now);
    }
    MacAddress destination = frame.destination();
    Port known = destination.isGroup() ? null : table.lookUp(destination.bits(), now);
    if (known == null) {
      flood(frame, arrivedOn);
    } else {
      sendTo(known, frame, arrivedOn);
    }
  }

  private void sendTo(Port known, EthernetFrame frame, Port arrivedOn) {
    if (known == arrivedOn) {
      drop(
          frame,
          arrivedOn,
          DropReason.NOT_ADDRESSED_HERE,
          "its destination is behind the port it came by");
      return;
    }
    if (!known.isUp()) {
      table.forget(frame.destination().bits());
    }
    known.relay(frame, arrivedOn);
  }

  private void flood(EthernetFrame frame, Port arrivedOn) {
    boolean isPassedOn = false;
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      if (port != arrivedOn && port.isUp()) {
        isPassedOn |= port.relay(frame, arrivedOn);
      }
    }
    if (!isPassedOn) {
      drop(frame, arrivedOn, DropReason.NO_LINK, "no other port has a link that is up");
    }
  }

  private void drop(EthernetFrame frame, Port at, DropReason reason, String detail) {
    recorder.record(
        new FrameDropped(recorder.stamp(node), at.link(), at.id(), frame, reason, detail));
  }
}
