package netarium.engine.ip;

import java.util.Arrays;
import java.util.BitSet;
import netarium.engine.sim.Invariant;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;

/// One datagram that is being put together: a buffer, and which units of eight octets have arrived
/// (the bit table of RFC 791 §3.2).
final class FragmentBuffer {
  private static final int UNIT_OCTETS = 8;
  private static final int UNKNOWN = -1;

  private final BitSet units = new BitSet();
  private byte[] data = {};

  /// Known once the last fragment has arrived.
  private int totalOctets = UNKNOWN;

  /// The fragment with the beginning, or the one that came first while that is missing.
  private Ipv4Datagram example;

  FragmentBuffer(Ipv4Datagram anyFragment) {
    example = anyFragment;
  }

  void add(Ipv4Datagram fragment) {
    Ipv4Header header = fragment.header();
    Octets octets =
        fragment.payload() instanceof OpaquePayload opaque
            ? opaque.octets()
            : Ipv4Codec.emit(fragment).slice(header.lengthOctets());
    int from = header.fragmentOffsetOctets();
    int end = from + octets.length();
    if (!header.moreFragments()) {
      totalOctets = end;
    }
    if (end > data.length) {
      data = Arrays.copyOf(data, Math.max(end, Math.min(2 * data.length, 1 << 16)));
    }
    octets.copyTo(data, from);
    units.set(from / UNIT_OCTETS, (end + UNIT_OCTETS - 1) / UNIT_OCTETS);
    if (from == 0 && !hasFirst()) {
      example = fragment;
    }
  }

  boolean hasFirst() {
    return example.header().fragmentOffsetOctets() == 0;
  }

  boolean isComplete() {
    int needed = (totalOctets + UNIT_OCTETS - 1) / UNIT_OCTETS;
    return totalOctets != UNKNOWN && units.nextClearBit(0) >= needed;
  }

  /// Fragments can claim more than one datagram may hold, header included.
  boolean isTooLong() {
    return firstHeader().lengthOctets() + totalOctets > Ipv4Datagram.MAX_LENGTH_OCTETS;
  }

  Ipv4Datagram example() {
    return example;
  }

  Ipv4Header firstHeader() {
    Invariant.check(hasFirst(), "a complete datagram has a beginning");
    return example.header();
  }

  Octets octets() {
    return Octets.copyOf(data, 0, totalOctets);
  }
}
