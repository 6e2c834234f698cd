package netarium.engine.codec.dns;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import org.jspecify.annotations.Nullable;

/// Reads DNS messages (RFC 1035 §4). What is counted in the header has to be all there, and nothing
/// more; pointers lead to what came before, so that every name ends.
public final class DnsReader {
  private static final int QUESTION_TAIL = 4;
  private static final int RECORD_TAIL = 10;
  private static final int SOA_NUMBERS = 20;

  private final Octets octets;
  private int at = DnsMessage.HEADER_OCTETS;
  private Parsed.@Nullable Malformed<DnsMessage> trouble;

  private DnsReader(Octets octets) {
    this.octets = octets;
  }

  public static Parsed<DnsMessage> read(Octets octets) {
    if (octets.length() < DnsMessage.HEADER_OCTETS) {
      return Parsed.malformed("header", 0, octets.length(), "a header has 12 octets");
    }
    return new DnsReader(octets).message();
  }

  private Parsed<DnsMessage> message() {
    List<DnsQuestion> questions = new ArrayList<>();
    for (int i = octets.uint16(4); i > 0 && trouble == null; i--) {
      DnsQuestion question = question();
      if (question != null) {
        questions.add(question);
      }
    }
    List<DnsRecord> answers = records(6);
    List<DnsRecord> authority = records(8);
    List<DnsRecord> additional = records(10);
    if (trouble == null && at < octets.length()) {
      fails("end", at, octets.length() - at, "octets behind the message");
    }
    return trouble != null
        ? trouble
        : new Parsed.Ok<>(
            new DnsMessage(
                octets.uint16(0), octets.uint16(2), questions, answers, authority, additional));
  }

  private List<DnsRecord> records(int countAt) {
    List<DnsRecord> records = new ArrayList<>();
    for (int i = octets.uint16(countAt); i > 0 && trouble == null; i--) {
      DnsRecord record = record();
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  private @Nullable DnsQuestion question() {
    PlacedName name = name(at);
    if (name == null || !has(at + name.lengthOctets(), QUESTION_TAIL, "question")) {
      return null;
    }
    int tail = at + name.lengthOctets();
    at = tail + QUESTION_TAIL;
    return new DnsQuestion(name.name(), octets.uint16(tail), octets.uint16(tail + 2));
  }

  private @Nullable DnsRecord record() {
    PlacedName name = name(at);
    if (name == null || !has(at + name.lengthOctets(), RECORD_TAIL, "record")) {
      return null;
    }
    int tail = at + name.lengthOctets();
    int type = octets.uint16(tail);
    int classNumber = octets.uint16(tail + 2);
    int from = tail + RECORD_TAIL;
    int length = octets.uint16(tail + 8);
    if (!has(from, length, "data")) {
      return null;
    }
    at = from + length;
    boolean isRead = classNumber == DnsRecord.INTERNET && RecordData.isKnown(type);
    RecordData data =
        isRead ? data(type, from, length) : new RecordData.Opaque(octets.slice(from, at));
    if (data == null) {
      fails("data", from, length, "no data of a record of type " + RecordType.name(type));
      return null;
    }
    long ttl = Integer.toUnsignedLong(octets.int32(tail + 4));
    return new DnsRecord(name.name(), type, classNumber, ttl, data);
  }

  private @Nullable RecordData data(int type, int from, int length) {
    return switch (type) {
      case RecordType.A -> address(from, length);
      case RecordType.AAAA -> longAddress(from, length);
      case RecordType.TXT -> texts(from, length);
      case RecordType.SOA -> authority(from, length);
      case RecordType.MX -> exchange(from, length);
      case RecordType.SRV -> service(from, length);
      default -> named(type, from, length);
    };
  }

  private @Nullable RecordData address(int from, int length) {
    return length == 4 ? new RecordData.A(new Ipv4Address(octets.int32(from))) : null;
  }

  private @Nullable RecordData longAddress(int from, int length) {
    return length == 16 ? new RecordData.Aaaa(octets.slice(from, from + length)) : null;
  }

  private @Nullable RecordData exchange(int from, int length) {
    DomainName name = length < 3 ? null : whole(from + 2, length - 2);
    return name == null ? null : new RecordData.Mx(octets.uint16(from), name);
  }

  private @Nullable RecordData service(int from, int length) {
    DomainName name = length < 7 ? null : whole(from + 6, length - 6);
    return name == null
        ? null
        : new RecordData.Srv(
            octets.uint16(from), octets.uint16(from + 2), octets.uint16(from + 4), name);
  }

  private @Nullable RecordData named(int type, int from, int length) {
    DomainName name = whole(from, length);
    if (name == null) {
      return null;
    }
    return switch (type) {
      case RecordType.NS -> new RecordData.Ns(name);
      case RecordType.CNAME -> new RecordData.Cname(name);
      default -> new RecordData.Ptr(name);
    };
  }

  private @Nullable RecordData texts(int from, int length) {
    List<Octets> strings = new ArrayList<>();
    int next = from;
    int end = from + length;
    while (next < end) {
      int to = next + 1 + octets.at(next);
      if (to > end) {
        return null;
      }
      strings.add(octets.slice(next + 1, to));
      next = to;
    }
    return strings.isEmpty() ? null : new RecordData.Txt(strings);
  }

  private @Nullable RecordData authority(int from, int length) {
    PlacedName server = PlacedName.read(octets, from);
    int second = server == null ? from : from + server.lengthOctets();
    PlacedName person = server == null ? null : PlacedName.read(octets, second);
    if (server == null
        || person == null
        || server.lengthOctets() + person.lengthOctets() + SOA_NUMBERS != length) {
      return null;
    }
    int next = second + person.lengthOctets();
    return new RecordData.Soa(
        server.name(),
        person.name(),
        number(next),
        number(next + 4),
        number(next + 8),
        number(next + 12),
        number(next + 16));
  }

  private long number(int from) {
    return Integer.toUnsignedLong(octets.int32(from));
  }

  /// A name that fills the data, or null.
  private @Nullable DomainName whole(int from, int length) {
    PlacedName name = PlacedName.read(octets, from);
    return name == null || name.lengthOctets() != length ? null : name.name();
  }

  private @Nullable PlacedName name(int from) {
    PlacedName name = PlacedName.read(octets, from);
    if (name == null) {
      fails("name", from, Math.max(0, octets.length() - from), "no name that ends");
    }
    return name;
  }

  private boolean has(int from, int length, String what) {
    if (from + length <= octets.length()) {
      return true;
    }
    fails(what, from, Math.max(0, octets.length() - from), length + " octets expected");
    return false;
  }

  private void fails(String field, int from, int length, String why) {
    trouble =
        new Parsed.Malformed<>(
            new netarium.engine.wire.Field(field, Math.min(from, octets.length()), length), why);
  }
}
