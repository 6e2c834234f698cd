package netarium.engine.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.link.FrameReceiver;
import netarium.engine.link.Port;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.UnknownPayload;
import org.jspecify.annotations.Nullable;

/// A network card with its IPv4 address, or the loopback interface: accepts frames that are meant
/// for it, and turns outgoing datagrams into frames.
public final class NetworkInterface implements FrameReceiver {
  private static final long IPV4_MULTICAST_MACS = 0x0100_5e00_0000L;
  private static final int MULTICAST_MAC_BITS = 0x7f_ffff;

  private final int node;
  private final boolean isLoopback;
  private final Port port;
  private final Forwarding forwarding;
  private final EventRecorder recorder;
  private final ArpCache arp;

  private Optional<Ipv4Prefix> prefix = Optional.empty();
  private int mtuOctets;
  private boolean isUp = true;

  /// Multicast groups this interface listens to, as MAC addresses; nearly always none.
  private List<MacAddress> groups = List.of();

  NetworkInterface(
      PortId id,
      MacAddress mac,
      int mtuOctets,
      boolean isLoopback,
      Forwarding forwarding,
      Simulator simulator,
      EventRecorder recorder) {
    this.node = id.node();
    this.isLoopback = isLoopback;
    this.port = new Port(id, mac, this);
    this.mtuOctets = mtuOctets;
    this.forwarding = forwarding;
    this.recorder = recorder;
    this.arp = new ArpCache(this, simulator, recorder);
  }

  public String name() {
    return port.id().interfaceName();
  }

  /// Where a link is plugged in.
  public Port port() {
    return port;
  }

  public MacAddress mac() {
    return port.mac();
  }

  public boolean isLoopback() {
    return isLoopback;
  }

  /// The address with the length of its network prefix, if it has one yet.
  public Optional<Ipv4Prefix> prefix() {
    return prefix;
  }

  public Optional<Ipv4Address> address() {
    return prefix.map(Ipv4Prefix::address);
  }

  public int mtuOctets() {
    return mtuOctets;
  }

  public void changeMtu(int octets) {
    mtuOctets = octets;
  }

  public ArpCache arp() {
    return arp;
  }

  /// Another hardware address from now on; neighbours are not told (see [ArpCache#announce]).
  public void changeMac(MacAddress mac) {
    port.changeMac(mac);
  }

  /// Switched off, it takes and sends nothing: its node has crashed.
  public void switchOn(boolean on) {
    isUp = on;
  }

  public boolean isUp() {
    return isUp;
  }

  /// Accepts datagrams to the multicast group from now on.
  public void join(Ipv4Address group) {
    List<MacAddress> joined = new ArrayList<>(groups);
    joined.add(macOf(group));
    groups = joined;
  }

  public void leave(Ipv4Address group) {
    List<MacAddress> remaining = new ArrayList<>(groups);
    remaining.remove(macOf(group));
    groups = remaining;
  }

  /// The address without a box around it, for the paths every datagram takes.
  @Nullable Ipv4Address ownAddress() {
    return prefix.isPresent() ? prefix.get().address() : null;
  }

  boolean hasAddress(Ipv4Address candidate) {
    return prefix.isPresent() && prefix.get().address().bits() == candidate.bits();
  }

  boolean isDirectedBroadcast(Ipv4Address candidate) {
    return prefix.isPresent() && prefix.get().isDirectedBroadcast(candidate);
  }

  boolean hasJoined(Ipv4Address group) {
    return groups.contains(macOf(group));
  }

  void assign(Optional<Ipv4Prefix> newPrefix) {
    prefix = newPrefix;
  }

  /// Takes what a link has brought (RFC 1122 §2.3): for this card, for all, or for a group it is
  /// in.
  @Override
  public void receive(EthernetFrame frame, Port arrivedOn) {
    if (!isUp) {
      drop(frame, DropReason.NODE_DOWN, "");
      return;
    }
    if (!accepts(frame.destination())) {
      drop(frame, DropReason.NOT_ADDRESSED_HERE, "");
      return;
    }
    recorder.recordAsCause(new FrameDelivered(recorder.stamp(node), port.link(), port.id(), frame));
    switch (frame.payload()) {
      case Ipv4Datagram datagram -> forwarding.receive(frame, datagram, this);
      case ArpPacket packet -> arp.receive(packet, frame);
      case UnknownPayload unknown -> dropUnknown(frame, unknown);
    }
  }

  /// Sends a datagram on to the node `nextHop` on this interface's link, if need be in fragments.
  void send(Ipv4Datagram datagram, Ipv4Address nextHop) {
    if (isLoopback) {
      emit(datagram, MacAddress.ZERO);
    } else if (nextHop.isLimitedBroadcast() || isDirectedBroadcast(nextHop)) {
      emit(datagram, MacAddress.BROADCAST);
    } else if (nextHop.isMulticast()) {
      emit(datagram, macOf(nextHop));
    } else {
      arp.send(datagram, nextHop);
    }
  }

  void emit(Ipv4Datagram datagram, MacAddress destination) {
    if (datagram.lengthOctets() <= mtuOctets) {
      transmit(new EthernetFrame(destination, mac(), datagram));
      return;
    }
    for (Ipv4Datagram fragment : Fragmentation.split(datagram, mtuOctets)) {
      transmit(new EthernetFrame(destination, mac(), fragment));
    }
  }

  void transmit(EthernetFrame frame) {
    if (!isUp) {
      drop(frame, DropReason.NODE_DOWN, "");
    } else if (!port.transmit(frame)) {
      drop(frame, DropReason.NO_LINK, "");
    }
  }

  void unresolved(Ipv4Datagram datagram) {
    forwarding.unresolved(datagram, this);
  }

  void drop(EthernetFrame frame, DropReason reason, String detail) {
    recorder.record(
        new FrameDropped(recorder.stamp(node), port.link(), port.id(), frame, reason, detail));
  }

  /// Drops a datagram that is in no frame yet, since nobody knows where it would go.
  void drop(Ipv4Datagram datagram, DropReason reason, String detail) {
    drop(new EthernetFrame(MacAddress.ZERO, mac(), datagram), reason, detail);
  }

  private boolean accepts(MacAddress destination) {
    return destination.bits() == mac().bits()
        || destination.isBroadcast()
        || (!groups.isEmpty() && groups.contains(destination));
  }

  private void dropUnknown(EthernetFrame frame, UnknownPayload unknown) {
    if (unknown.trouble().isEmpty()) {
      drop(frame, DropReason.UNKNOWN_PROTOCOL, "");
    } else if (unknown.hasBadChecksum()) {
      drop(frame, DropReason.BAD_CHECKSUM, unknown.trouble());
    } else {
      drop(frame, DropReason.MALFORMED, unknown.trouble());
    }
  }

  /// RFC 1112 §6.4: the low 23 bits of the group.
  private static MacAddress macOf(Ipv4Address group) {
    return new MacAddress(IPV4_MULTICAST_MACS | (group.bits() & MULTICAST_MAC_BITS));
  }

  @Override
  public String toString() {
    return name();
  }
}
