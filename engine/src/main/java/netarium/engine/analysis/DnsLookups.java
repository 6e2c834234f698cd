package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.analysis.DnsLookup.Way;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.UdpDatagram;

/// The questions for names in a run, by whatever way they go, each with its answer.
final class DnsLookups {
  /// A connection that was opened so long after an answer was not opened because of it.
  private static final long LONGEST_NANOS = 5_000_000_000L;

  private static final int MOST_LOOKED_AT = 64;

  private final List<DnsLookup> all = new ArrayList<>();
  private final Map<Asked, DnsLookup> open = new LinkedHashMap<>();

  /// Which question a datagram belongs to: asked from where, and with which number.
  private record Asked(int asker, int port, int server, int id) {}

  List<DnsLookup> all() {
    return Collections.unmodifiableList(all);
  }

  void sent(FrameSent event) {
    EthernetFrame frame = event.frame();
    if (!isDns(frame)) {
      return;
    }
    DnsMessage message = FrameInfo.dns(frame);
    if (message != null
        && !message.isResponse()
        && frame.payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof UdpDatagram udp) {
      Asked asked =
          new Asked(
              datagram.source().bits(),
              udp.sourcePort(),
              datagram.destination().bits(),
              message.id());
      if (!open.containsKey(asked)) {
        long nanos = event.at().nanos();
        DnsLookup made = new DnsLookup(Way.UDP, event.node(), message, nanos, event.ordinal());
        open.put(asked, made);
        all.add(made);
      }
    }
  }

  void delivered(FrameDelivered event) {
    EthernetFrame frame = event.frame();
    if (open.isEmpty() || !isDns(frame)) {
      return;
    }
    DnsMessage message = FrameInfo.dns(frame);
    if (message != null
        && message.isResponse()
        && frame.payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof UdpDatagram udp) {
      Asked asked =
          new Asked(
              datagram.destination().bits(),
              udp.destinationPort(),
              datagram.source().bits(),
              message.id());
      DnsLookup found = open.get(asked);
      if (found != null && found.node() == event.node()) {
        found.answered(message, event.at().nanos());
        open.remove(asked);
      }
    }
  }

  private static boolean isDns(EthernetFrame frame) {
    return frame.payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof UdpDatagram udp
        && (udp.sourcePort() == DnsLayer.PORT || udp.destinationPort() == DnsLayer.PORT);
  }

  /// Of a message in a stream.
  DnsLookup asked(Way way, int node, DnsMessage question, long nanos, long ordinal) {
    DnsLookup made = new DnsLookup(way, node, question, nanos, ordinal);
    all.add(made);
    return made;
  }

  /// Those by which a machine has learnt the address of the host of an exchange just before it
  /// opened the connection; each is for one exchange only.
  List<DnsLookup> claim(HttpExchange exchange, int node, String host, long before) {
    List<DnsLookup> found = new ArrayList<>(2);
    int least = Math.max(0, all.size() - MOST_LOOKED_AT);
    for (int i = all.size() - 1; i >= least; i--) {
      DnsLookup each = all.get(i);
      boolean isHis = each.node() == node && each.isAbout(host) && each.forWhom() == null;
      boolean isInTime = each.answeredAt() <= before && before - each.askedAt() < LONGEST_NANOS;
      if (isHis && isInTime && each.answeredAt() >= 0) {
        each.isFor(exchange);
        found.add(each);
      }
    }
    return found;
  }
}
