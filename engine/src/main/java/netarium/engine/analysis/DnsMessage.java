package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.dns.Ipv6Text;
import netarium.engine.codec.dns.RecordType;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A DNS message (RFC 1035 §4) with where each of its parts stands.
public record DnsMessage(Octets octets, List<Question> questions, List<Entry> entries) {
  static final int HEADER_OCTETS = 12;
  static final int ROOM_FOR_TYPE = 4;
  static final int A = RecordType.A;
  static final int NS = RecordType.NS;
  static final int CNAME = RecordType.CNAME;
  static final int SOA = RecordType.SOA;
  static final int PTR = RecordType.PTR;
  static final int MX = RecordType.MX;
  static final int TXT = RecordType.TXT;
  static final int AAAA = RecordType.AAAA;
  static final int OPT = RecordType.OPT;
  private static final int MOST = 256;

  /// What is asked, at octet `at`.
  public record Question(int at, int nameOctets, String name, int type, int classNumber) {
    int length() {
      return nameOctets + ROOM_FOR_TYPE;
    }
  }

  /// A resource record of one of the three sections, at octet `at`; its data begins at `dataAt`.
  public record Entry(
      Section section,
      int at,
      int nameOctets,
      String name,
      int type,
      int classNumber,
      long ttlSeconds,
      int dataAt,
      int dataOctets) {
    int length() {
      return dataAt + dataOctets - at;
    }
  }

  /// Where a record stands.
  public enum Section {
    ANSWER(6),
    AUTHORITY(8),
    ADDITIONAL(10);

    private final int countAt;

    /// `countAt`: where the header says how many there are.
    Section(int countAt) {
      this.countAt = countAt;
    }
  }

  public DnsMessage {
    questions = List.copyOf(questions);
    entries = List.copyOf(entries);
  }

  /// Null for octets that are no DNS message: what is counted in the header is all there, and
  /// nothing more.
  public static @Nullable DnsMessage read(Octets octets) {
    if (octets.length() < HEADER_OCTETS) {
      return null;
    }
    List<Question> questions = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    int at = HEADER_OCTETS;
    int total = 0;
    for (int i = 4; i < HEADER_OCTETS; i += 2) {
      total += octets.uint16(i);
    }
    if (total > MOST || total == 0) {
      return null;
    }
    for (int i = octets.uint16(4); i > 0; i--) {
      DnsName name = DnsName.read(octets, at);
      if (name == null || at + name.length() + ROOM_FOR_TYPE > octets.length()) {
        return null;
      }
      int type = at + name.length();
      questions.add(
          new Question(
              at, name.length(), name.text(), octets.uint16(type), octets.uint16(type + 2)));
      at = type + ROOM_FOR_TYPE;
    }
    for (Section section : Section.values()) {
      for (int i = octets.uint16(section.countAt); i > 0; i--) {
        Entry entry = entry(octets, at, section);
        if (entry == null) {
          return null;
        }
        entries.add(entry);
        at += entry.length();
      }
    }
    return at == octets.length() ? new DnsMessage(octets, questions, entries) : null;
  }

  private static @Nullable Entry entry(Octets octets, int at, Section section) {
    DnsName name = DnsName.read(octets, at);
    int type = name == null ? 0 : at + name.length();
    if (name == null || type + 10 > octets.length()) {
      return null;
    }
    int data = octets.uint16(type + 8);
    return type + 10 + data > octets.length()
        ? null
        : new Entry(
            section,
            at,
            name.length(),
            name.text(),
            octets.uint16(type),
            octets.uint16(type + 2),
            Integer.toUnsignedLong(octets.int32(type + 4)),
            type + 10,
            data);
  }

  public int id() {
    return octets.uint16(0);
  }

  public int flags() {
    return octets.uint16(2);
  }

  public boolean isResponse() {
    return (flags() & 0x8000) != 0;
  }

  /// 0 for a good answer.
  public int responseCode() {
    return flags() & 15;
  }

  public int opcode() {
    return flags() >>> 11 & 15;
  }

  /// The records of a section.
  public List<Entry> entries(Section section) {
    return entries.stream().filter(each -> each.section() == section).toList();
  }

  /// The addresses of four octets that it answers.
  public List<Ipv4Address> addresses() {
    return entries.stream()
        .filter(each -> each.type() == A && each.dataOctets() == 4)
        .map(each -> new Ipv4Address(octets.int32(each.dataAt())))
        .toList();
  }

  static String typeName(int type) {
    return RecordType.name(type);
  }

  public static String codeName(int code) {
    return switch (code) {
      case 0 -> "No error";
      case 1 -> "Format error";
      case 2 -> "Server failure";
      case 3 -> "No such name";
      case 4 -> "Not implemented";
      case 5 -> "Refused";
      default -> "Error " + code;
    };
  }

  /// As packet lists write it.
  String line() {
    StringBuilder line = new StringBuilder("Standard query ");
    if (isResponse()) {
      line.append("response ");
    }
    line.append(FieldList.hex(id(), 4));
    if (isResponse() && responseCode() != 0) {
      line.append(' ').append(codeName(responseCode()));
    }
    for (Question each : questions) {
      line.append(' ').append(typeName(each.type())).append(' ').append(each.name());
    }
    for (Entry each : entries(Section.ANSWER)) {
      line.append(' ').append(typeName(each.type())).append(' ').append(data(each));
    }
    return line.toString();
  }

  /// What a record says, in a word.
  String data(Entry entry) {
    int at = entry.dataAt();
    return switch (entry.type()) {
      case A -> entry.dataOctets() == 4 ? new Ipv4Address(octets.int32(at)).toString() : raw(entry);
      case AAAA -> entry.dataOctets() == 16 ? Ipv6Text.of(octets.slice(at, at + 16)) : raw(entry);
      case NS, CNAME, PTR, SOA -> name(at, entry);
      case MX ->
          entry.dataOctets() < 3 ? raw(entry) : octets.uint16(at) + " " + name(at + 2, entry);
      case TXT -> '"' + DnsFields.texts(octets, at, entry.dataOctets()) + '"';
      default -> raw(entry);
    };
  }

  private String name(int at, Entry entry) {
    DnsName name = DnsName.read(octets, at);
    return name == null ? raw(entry) : name.text();
  }

  private String raw(Entry entry) {
    return PlainLayers.shown(octets.slice(entry.dataAt(), entry.dataAt() + entry.dataOctets()));
  }
}
