package netarium.engine.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import org.jspecify.annotations.Nullable;

/// Tells which sending of a frame passes an earlier one on: a switch or hub sends the same frame
/// again, a router the same datagram in another frame. So a list can show a datagram once, over all
/// its hops.
///
/// It remembers deliveries for some time only: whoever passes a frame on does so at once, or when
/// ARP has answered.
public final class Journeys {
  /// The sending is the first: no delivery led to it that it passes on.
  public static final long ORIGIN = -1;

  private static final int REMEMBERED = 8192;

  private final Map<Long, FrameDelivered> byOrdinal = new Recent<>(REMEMBERED);
  private final Map<Passed, Long> byDatagram = new Recent<>(REMEMBERED);

  /// A datagram or fragment at a node, whatever its time to live.
  private record Passed(int node, long addresses, int word, int offset, long payload) {
    static @Nullable Passed of(int node, EthernetFrame frame) {
      if (!(frame.payload() instanceof Ipv4Datagram datagram)) {
        return null;
      }
      long addresses =
          (long) datagram.source().bits() << 32
              | Integer.toUnsignedLong(datagram.destination().bits());
      int word = datagram.header().identification() << 8 | datagram.protocol().number();
      int offset = datagram.header().fragmentOffsetOctets();
      return new Passed(node, addresses, word, offset, datagram.payload().digest());
    }
  }

  /// The newest entries of a map.
  static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Recent(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  public void delivered(FrameDelivered event) {
    byOrdinal.put(event.ordinal(), event);
    Passed passed = Passed.of(event.node(), event.frame());
    if (passed != null) {
      byDatagram.put(passed, event.cause());
    }
  }

  /// The ordinal of the sending that this one passes on, or [#ORIGIN].
  public long before(FrameSent event) {
    FrameDelivered delivered = byOrdinal.get(event.cause());
    if (delivered != null
        && delivered.node() == event.node()
        && delivered.frame().digest() == event.frame().digest()) {
      return delivered.cause();
    }
    Passed passed = Passed.of(event.node(), event.frame());
    Long sent = passed == null ? null : byDatagram.get(passed);
    return sent == null ? ORIGIN : sent;
  }

  /// The sending whose frame the delivery with this ordinal took, or [#ORIGIN].
  public long sendingOf(long deliveryOrdinal) {
    FrameDelivered delivered = byOrdinal.get(deliveryOrdinal);
    return delivered == null ? ORIGIN : delivered.cause();
  }
}
