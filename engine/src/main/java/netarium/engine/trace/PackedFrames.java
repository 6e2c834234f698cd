package netarium.engine.trace;

import java.util.List;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;
import org.jspecify.annotations.Nullable;

/// Frames as a few words and a reference to their payload, for the log: what nearly all frames of a
/// run are, TCP segments and UDP datagrams without rare fields, is taken apart; any other frame is
/// kept as it is. Putting together what was taken apart gives an equal frame.
///
/// | word | holds, from the top |
/// |---|---|
/// | 0 | position of the flow's row in [Flows], position of the text's reference |
/// | 1 | identification (16), window (16), TCP flags (8) |
/// | 2 | TCP only: sequence number, acknowledgement number |
/// | 3 | timestamps only: value, echo |
///
/// A frame that is kept has one word, the position of its reference.
final class PackedFrames {
  /// How a frame is written; what a reader has to be told.
  static final int WHOLE = 0;

  static final int UDP = 1;
  static final int TCP = 2;
  static final int TCP_TIMESTAMPS = 3;

  /// A frame takes no more words than that.
  static final int MOST_WORDS = 4;

  private static final int[] WORDS = {1, 2, 3, MOST_WORDS};

  /// In place of the position of a text without octets.
  private static final int NO_TEXT = -1;

  private static final int IDENTIFICATION_SHIFT = 48;
  private static final int WINDOW_SHIFT = 32;
  private static final int FLAGS_SHIFT = 24;
  private static final int TIMESTAMPS_AT = 2;
  private static final long LOW_INT = 0xffff_ffffL;

  private final LogRows rows;
  private final Flows flows = new Flows();

  PackedFrames(LogRows rows) {
    this.rows = rows;
  }

  static int words(int form) {
    return WORDS[form];
  }

  /// Writes the frame into the row that is open; answers its form.
  int write(EthernetFrame frame, int at) {
    if (frame.payload() instanceof Ipv4Datagram datagram
        && datagram.header().options().isEmpty()
        && !datagram.header().isFragment()) {
      Ipv4Header header = datagram.header();
      if (datagram.payload() instanceof TcpSegment segment && segment.urgentPointer() == 0) {
        TcpOption.Timestamps timestamps = onlyTimestamps(segment.options());
        if (timestamps != null) {
          rows.set(at + 3, pair(timestamps.value(), timestamps.echoReply()));
        }
        if (timestamps != null || segment.options().isEmpty()) {
          int ports = segment.sourcePort() << 16 | segment.destinationPort();
          rows.set(at, pair(flows.position(frame, header, ports), text(segment.payload())));
          rows.set(
              at + 1,
              (long) header.identification() << IDENTIFICATION_SHIFT
                  | (long) segment.window() << WINDOW_SHIFT
                  | (long) segment.flags().bits() << FLAGS_SHIFT);
          rows.set(at + 2, pair(segment.seq().bits(), segment.ack().bits()));
          return timestamps == null ? TCP : TCP_TIMESTAMPS;
        }
      } else if (datagram.payload() instanceof UdpDatagram udp) {
        int ports = udp.sourcePort() << 16 | udp.destinationPort();
        rows.set(at, pair(flows.position(frame, header, ports), text(udp.payload())));
        rows.set(at + 1, (long) header.identification() << IDENTIFICATION_SHIFT);
        return UDP;
      }
    }
    rows.set(at, rows.add(frame));
    return WHOLE;
  }

  private int text(Octets text) {
    return text.isEmpty() ? NO_TEXT : rows.add(text);
  }

  /// The frame that was written in this form at this position.
  EthernetFrame read(int form, int at) {
    long first = rows.word(at);
    if (form == WHOLE) {
      return rows.reference((int) first, EthernetFrame.class);
    }
    int flow = high(first);
    Octets text = (int) first == NO_TEXT ? Octets.EMPTY : rows.reference((int) first, Octets.class);
    Ipv4Payload payload =
        form == UDP
            ? new UdpDatagram(flows.sourcePort(flow), flows.destinationPort(flow), text)
            : segment(flow, form, at, text);
    Ipv4Header header =
        new Ipv4Header(
            flows.typeOfService(flow),
            (int) (rows.word(at + 1) >>> IDENTIFICATION_SHIFT),
            flows.dontFragment(flow),
            false,
            0,
            flows.timeToLive(flow),
            form == UDP ? IpProtocol.UDP : IpProtocol.TCP,
            flows.source(flow),
            flows.destination(flow),
            Octets.EMPTY);
    return new EthernetFrame(
        flows.macDestination(flow), flows.macSource(flow), new Ipv4Datagram(header, payload));
  }

  private TcpSegment segment(int flow, int form, int at, Octets text) {
    long second = rows.word(at + 1);
    long numbers = rows.word(at + 2);
    return new TcpSegment(
        flows.sourcePort(flow),
        flows.destinationPort(flow),
        new SeqNum(high(numbers)),
        new SeqNum((int) numbers),
        new TcpFlags((int) second >>> FLAGS_SHIFT),
        high(second) & 0xffff,
        0,
        form == TCP ? List.of() : options(rows.word(at + 3)),
        text);
  }

  private static List<TcpOption> options(long values) {
    return List.of(
        TcpOption.NoOperation.INSTANCE,
        TcpOption.NoOperation.INSTANCE,
        new TcpOption.Timestamps(high(values), (int) values));
  }

  /// The timestamps of a segment that has no other option, written in the usual place.
  private static TcpOption.@Nullable Timestamps onlyTimestamps(List<TcpOption> options) {
    return options.size() == TIMESTAMPS_AT + 1
            && options.get(0) instanceof TcpOption.NoOperation
            && options.get(1) instanceof TcpOption.NoOperation
            && options.get(TIMESTAMPS_AT) instanceof TcpOption.Timestamps timestamps
        ? timestamps
        : null;
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | (low & LOW_INT);
  }

  private static int high(long pair) {
    return (int) (pair >>> 32);
  }
}
