package netarium.engine.codec.dns;

import java.util.List;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// What a resource record says (RFC 1035 §3.3): what is not known here is carried as it is.
public sealed interface RecordData {
  record A(Ipv4Address address) implements RecordData {}

  /// RFC 3596.
  record Aaaa(Octets address) implements RecordData {
    public Aaaa {
      if (address.length() != 16) {
        throw new IllegalArgumentException("16 octets expected, not " + address.length());
      }
    }
  }

  record Ns(DomainName server) implements RecordData {}

  record Cname(DomainName target) implements RecordData {}

  record Ptr(DomainName target) implements RecordData {}

  /// The numbers are seconds, but for the serial number; each of 32 bits.
  record Soa(
      DomainName server,
      DomainName person,
      long serial,
      long refresh,
      long retry,
      long expire,
      long minimum)
      implements RecordData {}

  record Mx(int preference, DomainName exchange) implements RecordData {}

  /// Strings of up to 255 octets each, one at least.
  record Txt(List<Octets> strings) implements RecordData {
    public Txt {
      strings = List.copyOf(strings);
      boolean isGood = strings.stream().allMatch(each -> each.length() <= 255);
      if (strings.isEmpty() || !isGood) {
        throw new IllegalArgumentException("one or more strings of at most 255 octets expected");
      }
    }
  }

  /// RFC 2782.
  record Srv(int priority, int weight, int port, DomainName target) implements RecordData {}

  record Opaque(Octets octets) implements RecordData {}

  /// The type of records that say such things; -1 where any type may.
  default int type() {
    return switch (this) {
      case A _ -> RecordType.A;
      case Aaaa _ -> RecordType.AAAA;
      case Ns _ -> RecordType.NS;
      case Cname _ -> RecordType.CNAME;
      case Ptr _ -> RecordType.PTR;
      case Soa _ -> RecordType.SOA;
      case Mx _ -> RecordType.MX;
      case Txt _ -> RecordType.TXT;
      case Srv _ -> RecordType.SRV;
      case Opaque _ -> -1;
    };
  }

  /// Whether data of that type is read as more than octets.
  static boolean isKnown(int type) {
    return switch (type) {
      case RecordType.A,
          RecordType.AAAA,
          RecordType.NS,
          RecordType.CNAME,
          RecordType.PTR,
          RecordType.SOA,
          RecordType.MX,
          RecordType.TXT,
          RecordType.SRV ->
          true;
      default -> false;
    };
  }

  /// As zone files write it.
  default String text() {
    return RecordText.of(this);
  }
}
