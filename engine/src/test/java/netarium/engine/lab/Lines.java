package netarium.engine.lab;

import java.util.List;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.ArpChanged;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.RouteChanged;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.OpaquePayload;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import netarium.engine.wire.UnknownPayload;

/// A trace as text: `instant-in-ns node what`, a line for each event.
record Lines(List<String> names) {
  List<String> of(List<SimEvent> events) {
    return events.stream().map(this::line).toList();
  }

  private String line(SimEvent event) {
    return event.at().nanos() + " " + names.get(event.node()) + " " + what(event);
  }

  private static String what(SimEvent event) {
    return switch (event) {
      case FrameSent e -> "sends on " + e.link() + " " + frame(e.frame());
      case FrameQueued e -> "queues behind " + e.waiting() + " " + frame(e.frame());
      case FrameDelivered e -> "takes from " + e.link() + " " + frame(e.frame());
      case FrameDropped e -> "drops " + e.reason().label() + " " + frame(e.frame());
      case ArpChanged e -> "arp " + e.address() + " " + e.state();
      case RouteChanged e -> "route " + e.to() + " " + e.change();
      case TimerExpired e -> "timer " + e.timer() + " " + e.about();
      default -> event.toString();
    };
  }

  private static String frame(EthernetFrame frame) {
    return switch (frame.payload()) {
      case ArpPacket arp when arp.operation() == ArpPacket.REQUEST ->
          "who-has " + arp.targetIp() + " tell " + arp.senderIp();
      case ArpPacket arp -> arp.senderIp() + " is-at " + arp.senderMac();
      case Ipv4Datagram datagram -> datagram(datagram);
      case UnknownPayload unknown -> unknown.octets().length() + " octets";
    };
  }

  private static String datagram(Ipv4Datagram datagram) {
    String what =
        switch (datagram.payload()) {
          case IcmpMessage icmp -> "icmp " + icmp.type() + "/" + icmp.code();
          case UdpDatagram udp -> "udp " + udp.sourcePort() + ">" + udp.destinationPort();
          case TcpSegment tcp -> "tcp " + tcp.sourcePort() + ">" + tcp.destinationPort();
          case OpaquePayload opaque ->
              "fragment "
                  + datagram.header().fragmentOffsetOctets() / 8
                  + "+"
                  + opaque.octets().length()
                  + (datagram.header().moreFragments() ? " more" : " last");
        };
    return datagram.source() + " > " + datagram.destination() + " " + what;
  }
}
