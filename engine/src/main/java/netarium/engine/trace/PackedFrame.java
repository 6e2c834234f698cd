package netarium.engine.trace;

import java.util.List;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.MacAddress;
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
/// | 0 | time to live (8), don't fragment (1), destination MAC (48) |
/// | 1 | identification (16), source MAC (48) |
/// | 2 | source address, destination address |
/// | 3 | type of service (8), TCP flags (8), window (16), source port, destination port (16 each) |
/// | 4 | TCP only: sequence number, acknowledgement number |
/// | 5 | timestamps only: value, echo |
final class PackedFrame {
  /// How a frame is written; what a reader has to be told.
  static final int WHOLE = 0;

  static final int UDP = 1;
  static final int TCP = 2;
  static final int TCP_TIMESTAMPS = 3;

  /// How many words each form has.
  private static final int[] WORDS = {0, 4, 5, 6};

  private static final int MAC_BITS = 48;
  private static final long MAC_MASK = (1L << MAC_BITS) - 1;
  private static final int TTL_SHIFT = 56;
  private static final int TIMESTAMPS_AT = 2;
  private static final long LOW_INT = 0xffff_ffffL;

  private PackedFrame() {}

  /// Adds the frame to the rows; answers how it was written.
  static int write(EthernetFrame frame, LogRows rows) {
    if (frame.payload() instanceof Ipv4Datagram(Ipv4Header header, Ipv4Payload payload)
        && header.options().isEmpty()
        && !header.isFragment()) {
      if (payload instanceof TcpSegment segment && segment.urgentPointer() == 0) {
        TcpOption.Timestamps timestamps = onlyTimestamps(segment.options());
        if (timestamps != null || segment.options().isEmpty()) {
          long flags = (long) segment.flags().bits() << 48 | (long) segment.window() << 32;
          long ports = (long) segment.sourcePort() << 16 | segment.destinationPort();
          writeHeaders(frame, header, flags | ports, rows);
          rows.add(pair(segment.seq().bits(), segment.ack().bits()));
          if (timestamps != null) {
            rows.add(pair(timestamps.value(), timestamps.echoReply()));
          }
          rows.add(segment.payload());
          return timestamps == null ? TCP : TCP_TIMESTAMPS;
        }
      } else if (payload instanceof UdpDatagram(int sourcePort, int destinationPort, Octets text)) {
        writeHeaders(frame, header, (long) sourcePort << 16 | destinationPort, rows);
        rows.add(text);
        return UDP;
      }
    }
    rows.add(frame);
    return WHOLE;
  }

  private static void writeHeaders(
      EthernetFrame frame, Ipv4Header header, long transport, LogRows rows) {
    rows.add(
        (long) header.ttl() << TTL_SHIFT
            | (header.dontFragment() ? 1L << MAC_BITS : 0)
            | frame.destination().bits());
    rows.add((long) header.identification() << MAC_BITS | frame.source().bits());
    rows.add(pair(header.source().bits(), header.destination().bits()));
    rows.add((long) header.typeOfService() << TTL_SHIFT | transport);
  }

  /// The frame that was written in this way right before these positions.
  static EthernetFrame read(int form, LogRows rows, int endWord, int endReference) {
    int reference = endReference - 1;
    if (form == WHOLE) {
      return rows.reference(reference, EthernetFrame.class);
    }
    int word = endWord - WORDS[form];
    long first = rows.word(word);
    long second = rows.word(word + 1);
    long addresses = rows.word(word + 2);
    long transport = rows.word(word + 3);
    Octets text = rows.reference(reference, Octets.class);
    Ipv4Payload payload =
        form == UDP
            ? new UdpDatagram((int) transport >>> 16, (int) transport & 0xffff, text)
            : segment(transport, rows.word(word + 4), options(form, rows, word + 5), text);
    Ipv4Header header =
        new Ipv4Header(
            (int) (transport >>> TTL_SHIFT),
            (int) (second >>> MAC_BITS),
            (first >>> MAC_BITS & 1) != 0,
            false,
            0,
            (int) (first >>> TTL_SHIFT),
            form == UDP ? IpProtocol.UDP : IpProtocol.TCP,
            new Ipv4Address(high(addresses)),
            new Ipv4Address((int) addresses),
            Octets.EMPTY);
    return new EthernetFrame(
        new MacAddress(first & MAC_MASK),
        new MacAddress(second & MAC_MASK),
        new Ipv4Datagram(header, payload));
  }

  private static TcpSegment segment(
      long transport, long numbers, List<TcpOption> options, Octets text) {
    return new TcpSegment(
        (int) transport >>> 16,
        (int) transport & 0xffff,
        new SeqNum(high(numbers)),
        new SeqNum((int) numbers),
        new TcpFlags((int) (transport >>> 48) & 0xff),
        high(transport) & 0xffff,
        0,
        options,
        text);
  }

  private static List<TcpOption> options(int form, LogRows rows, int word) {
    if (form == TCP) {
      return List.of();
    }
    long values = rows.word(word);
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
