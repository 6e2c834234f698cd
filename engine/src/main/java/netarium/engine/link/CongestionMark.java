package netarium.engine.link;

import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;

/// Explicit congestion notification by a queue (RFC 3168 §5): instead of waiting until frames have
/// to be dropped it tells those ends that can listen. What is marked once stays marked.
final class CongestionMark {
  private static final int ECN_MASK = 3;
  private static final int NOT_CAPABLE = 0;
  private static final int EXPERIENCED = 3;

  private CongestionMark() {}

  /// The frame as it enters the queue behind `ahead` others.
  static EthernetFrame on(EthernetFrame frame, int ahead, LinkModel model) {
    if (model.markFrames() == 0
        || ahead < model.markFrames()
        || !(frame.payload() instanceof Ipv4Datagram datagram)) {
      return frame;
    }
    Ipv4Header header = datagram.header();
    int bits = header.typeOfService() & ECN_MASK;
    if (bits == NOT_CAPABLE || bits == EXPERIENCED) {
      return frame;
    }
    Ipv4Header marked = header.withTypeOfService(header.typeOfService() | EXPERIENCED);
    return new EthernetFrame(
        frame.destination(), frame.source(), new Ipv4Datagram(marked, datagram.payload()));
  }
}
