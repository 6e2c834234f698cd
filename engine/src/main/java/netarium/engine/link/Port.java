package netarium.engine.link;

import netarium.engine.sim.Invariant;
import netarium.engine.trace.PortId;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import org.jspecify.annotations.Nullable;

/// A socket for a cable: at most one link is plugged into it, and it stays plugged.
///
/// A frame that switches and hubs pass on carries, beside it and not in it, how often that has
/// happened: [#MAX_RELAYS] ends the journey of one that runs in circles.
public final class Port {
  /// How many switches and hubs a frame passes at most. Far more than IEEE 802.1D allows in a row
  /// (7), and few enough that a loop of switches without a spanning tree, which multiplies each
  /// broadcast until all links are full, quietens down by itself a moment after the last new frame.
  public static final int MAX_RELAYS = 100;

  private final PortId id;
  private MacAddress mac;
  private final FrameReceiver receiver;
  private @Nullable LinkDirection out;
  private int relays;

  public Port(PortId id, MacAddress mac, FrameReceiver receiver) {
    this.id = id;
    this.mac = mac;
    this.receiver = receiver;
  }

  public PortId id() {
    return id;
  }

  public MacAddress mac() {
    return mac;
  }

  public void changeMac(MacAddress other) {
    mac = other;
  }

  /// The id of the link that is plugged in, or empty text.
  public String link() {
    LinkDirection direction = out;
    return direction == null ? "" : direction.link();
  }

  /// Whether what is sent here can get through: a link is plugged in and not cut.
  public boolean isUp() {
    LinkDirection direction = out;
    return direction != null && direction.isUp();
  }

  /// Hands the frame to the link, which answers for it from here on; false when there is none.
  public boolean transmit(EthernetFrame frame) {
    return transmit(frame, 0);
  }

  /// Passes on what has just arrived at another port of the same device.
  boolean relay(EthernetFrame frame, Port arrivedOn) {
    return transmit(frame, arrivedOn.relays + 1);
  }

  /// Whether the frame that has just arrived has been passed on too often already.
  boolean hasCircled() {
    return relays >= MAX_RELAYS;
  }

  void plugIn(LinkDirection direction) {
    Invariant.check(out == null, "a port takes one link");
    out = direction;
  }

  void arrive(EthernetFrame frame, int relaysSoFar) {
    relays = relaysSoFar;
    receiver.receive(frame, this);
  }

  private boolean transmit(EthernetFrame frame, int relaysSoFar) {
    LinkDirection direction = out;
    if (direction == null) {
      return false;
    }
    direction.transmit(frame, relaysSoFar);
    return true;
  }

  @Override
  public String toString() {
    return id.node() + ":" + id.interfaceName();
  }
}
