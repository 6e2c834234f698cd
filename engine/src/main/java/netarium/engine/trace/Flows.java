package netarium.engine.trace;

import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.MacAddress;

/// What the frames of a connection on one stretch of its way have in common, as rows of four words:
///
/// | word | holds, from the top |
/// |---|---|
/// | 0 | time to live (8), don't fragment (1), destination MAC (48) |
/// | 1 | type of service (8), source MAC (48) |
/// | 2 | source address, destination address |
/// | 3 | source port, destination port (16 each) |
///
/// Which rows there are is remembered in a table that forgets: where two flows want the same entry,
/// a row is written again. So a million short connections take no more than their rows.
final class Flows {
  private static final int WORDS = 4;
  private static final int KNOWN_BITS = 12;
  private static final int MAC_BITS = 48;
  private static final long MAC_MASK = (1L << MAC_BITS) - 1;
  private static final int TOP_SHIFT = 56;
  private static final long LOW_INT = 0xffff_ffffL;

  /// Spreads sums of addresses and ports over the table: 2^64 divided by the golden ratio.
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

  private final LogRows rows = new LogRows();

  /// One more than the position of a row, by a number made of it; 0 where there is none.
  private final int[] known = new int[1 << KNOWN_BITS];

  /// The position of the row of such a frame; one is written if none is known.
  int position(EthernetFrame frame, Ipv4Header header, int ports) {
    long first =
        (long) header.ttl() << TOP_SHIFT
            | (header.dontFragment() ? 1L << MAC_BITS : 0)
            | frame.destination().bits();
    long second = (long) header.typeOfService() << TOP_SHIFT | frame.source().bits();
    long third = (long) header.source().bits() << 32 | (header.destination().bits() & LOW_INT);
    long fourth = ports & LOW_INT;
    long mixed = (first + 31 * (second + 31 * (third + 31 * fourth))) * SPREAD;
    int slot = (int) (mixed >>> (Long.SIZE - KNOWN_BITS));
    int at = known[slot] - 1;
    if (at >= 0
        && rows.word(at) == first
        && rows.word(at + 1) == second
        && rows.word(at + 2) == third
        && rows.word(at + 3) == fourth) {
      return at;
    }
    at = rows.open(WORDS);
    rows.set(at, first);
    rows.set(at + 1, second);
    rows.set(at + 2, third);
    rows.set(at + 3, fourth);
    rows.close(at + WORDS);
    known[slot] = at + 1;
    return at;
  }

  int timeToLive(int at) {
    return (int) (rows.word(at) >>> TOP_SHIFT);
  }

  boolean dontFragment(int at) {
    return (rows.word(at) >>> MAC_BITS & 1) != 0;
  }

  MacAddress macDestination(int at) {
    return new MacAddress(rows.word(at) & MAC_MASK);
  }

  int typeOfService(int at) {
    return (int) (rows.word(at + 1) >>> TOP_SHIFT);
  }

  MacAddress macSource(int at) {
    return new MacAddress(rows.word(at + 1) & MAC_MASK);
  }

  Ipv4Address source(int at) {
    return new Ipv4Address((int) (rows.word(at + 2) >>> 32));
  }

  Ipv4Address destination(int at) {
    return new Ipv4Address((int) rows.word(at + 2));
  }

  int sourcePort(int at) {
    return (int) rows.word(at + 3) >>> 16;
  }

  int destinationPort(int at) {
    return (int) rows.word(at + 3) & 0xffff;
  }
}
