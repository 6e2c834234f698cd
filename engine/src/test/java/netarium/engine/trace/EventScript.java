package netarium.engine.trace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UdpDatagram;

/// A small network written down as events: `web` and `client` at a switch `sw`, links `l1` and `l2`
/// of one microsecond each. Each method gives the event to the sink and answers its ordinal.
final class EventScript {
  static final List<String> NODES = List.of("web", "client", "sw");
  static final PortId WEB = new PortId(0, "eth0");
  static final PortId CLIENT = new PortId(1, "eth0");
  static final PortId SWITCH_WEB = new PortId(2, "p1");
  static final PortId SWITCH_CLIENT = new PortId(2, "p2");
  static final Ipv4Address WEB_ADDRESS = new Ipv4Address(0x0a000102);
  static final Ipv4Address CLIENT_ADDRESS = new Ipv4Address(0x0a000103);

  private final EventSink sink;
  private long ordinal;

  EventScript(EventSink sink) {
    this.sink = sink;
  }

  static CaptureSetup setup(Optional<PortId> only) {
    return new CaptureSetup(
        NODES,
        List.of(WEB, CLIENT),
        List.of(
            new CaptureSetup.NamedAddress(WEB_ADDRESS, "web"),
            new CaptureSetup.NamedAddress(CLIENT_ADDRESS, "client")),
        1_767_225_600_000_000_000L,
        only);
  }

  /// A datagram from client to web with this text.
  static EthernetFrame frame(String text) {
    UdpDatagram udp = new UdpDatagram(49152, 7, Octets.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return new EthernetFrame(
        new MacAddress(0x02000a000102L),
        new MacAddress(0x02000a000103L),
        Ipv4Datagram.of(CLIENT_ADDRESS, WEB_ADDRESS, IpProtocol.UDP, 1, udp));
  }

  Stamp stamp(long nanos, int node, long cause) {
    return new Stamp(ordinal++, new SimTime(nanos), node, cause);
  }

  long record(SimEvent event) {
    sink.accept(event);
    return event.ordinal();
  }

  long sent(long nanos, long cause, PortId from, PortId to, EthernetFrame frame) {
    return record(
        new FrameSent(
            stamp(nanos, from.node(), cause),
            link(from),
            from,
            to,
            frame,
            new SimTime(nanos),
            new SimTime(nanos + 1_000)));
  }

  long delivered(long nanos, long cause, PortId port, EthernetFrame frame) {
    return record(new FrameDelivered(stamp(nanos, port.node(), cause), link(port), port, frame));
  }

  long dropped(
      long nanos, long cause, PortId port, EthernetFrame frame, DropReason reason, String detail) {
    return record(
        new FrameDropped(
            stamp(nanos, port.node(), cause), link(port), port, frame, reason, detail));
  }

  /// From client through the switch to web; answers the ordinal of the delivery.
  long throughTheSwitch(long nanos, EthernetFrame frame) {
    long first = sent(nanos, -1, CLIENT, SWITCH_CLIENT, frame);
    long atSwitch = delivered(nanos + 1_000, first, SWITCH_CLIENT, frame);
    long second = sent(nanos + 1_000, atSwitch, SWITCH_WEB, WEB, frame);
    return delivered(nanos + 2_000, second, WEB, frame);
  }

  private static String link(PortId port) {
    if (port.interfaceName().equals("lo")) {
      return "lo";
    }
    return port.equals(WEB) || port.equals(SWITCH_WEB) ? "l1" : "l2";
  }
}
