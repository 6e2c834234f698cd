package netarium.engine.ip;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;

/// Cuts a datagram that is larger than an MTU into fragments (RFC 791 §2.3, §3.2).
///
/// Each fragment but the last carries as many whole units of eight octets as fit. A fragment may be
/// cut again: offsets and the more-fragments flag continue those it has.
final class Fragmentation {
  private static final int UNIT_OCTETS = 8;
  private static final int COPIED_OPTION = 0x80;
  private static final int END_OF_OPTIONS = 0;
  private static final int NO_OPERATION = 1;

  private Fragmentation() {}

  static List<Ipv4Datagram> split(Ipv4Datagram datagram, int mtuOctets) {
    Ipv4Header header = datagram.header();
    Octets data = Ipv4Codec.emit(datagram).slice(header.lengthOctets());
    Ipv4Header later = header.options().isEmpty() ? header : withCopiedOptions(header);
    List<Ipv4Datagram> fragments = new ArrayList<>();
    int from = 0;
    while (from < data.length()) {
      Ipv4Header own = from == 0 ? header : later;
      int room = (mtuOctets - own.lengthOctets()) / UNIT_OCTETS * UNIT_OCTETS;
      int end = Math.min(data.length(), from + Math.max(UNIT_OCTETS, room));
      boolean more = header.moreFragments() || end < data.length();
      fragments.add(
          new Ipv4Datagram(
              own.withFragment(header.fragmentOffsetOctets() + from, more),
              new OpaquePayload(data.slice(from, end), "")));
      from = end;
    }
    return fragments;
  }

  private static Ipv4Header withCopiedOptions(Ipv4Header header) {
    return new Ipv4Header(
        header.typeOfService(),
        header.identification(),
        header.dontFragment(),
        header.moreFragments(),
        header.fragmentOffsetOctets(),
        header.ttl(),
        header.protocol(),
        header.source(),
        header.destination(),
        copiedOptions(header.options()));
  }

  /// Options whose first bit says so go into every fragment, the others into the first only (RFC
  /// 791 §3.1). What is not well formed ends the list.
  private static Octets copiedOptions(Octets options) {
    Octets copied = Octets.EMPTY;
    int at = 0;
    while (at < options.length() && options.at(at) != END_OF_OPTIONS) {
      int kind = options.at(at);
      int length = 1;
      if (kind != NO_OPERATION) {
        length = at + 1 < options.length() ? options.at(at + 1) : 0;
        if (length < 2 || at + length > options.length()) {
          break;
        }
      }
      if ((kind & COPIED_OPTION) != 0) {
        copied = copied.plus(options.slice(at, at + length));
      }
      at += length;
    }
    int padding = -copied.length() & 3;
    return copied.plus(Octets.wrap(new byte[padding]));
  }
}
