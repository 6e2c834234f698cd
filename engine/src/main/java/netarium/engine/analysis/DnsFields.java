package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import netarium.engine.analysis.DnsMessage.Entry;
import netarium.engine.codec.dns.Ipv6Text;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// The fields of one resource record (RFC 1035 §3.2, §3.3; AAAA is RFC 3596's).
final class DnsFields {
  private DnsFields() {}

  static void add(FieldList fields, DnsMessage message, Entry entry) {
    FieldList inside = fields.inside();
    int type = entry.at() + entry.nameOctets();
    boolean isOpt = entry.type() == DnsMessage.OPT;
    String typeName = DnsMessage.typeName(entry.type());
    inside.add("dns.resp.name", entry.at(), entry.nameOctets(), entry.name());
    inside.add(
        "dns.resp.type",
        type,
        2,
        entry.type(),
        Phrase.of("remark.literal", typeName),
        type(entry.type()));
    if (isOpt) {
      inside.add("dns.rr.udp_payload_size", type + 2, 2, entry.classNumber());
      inside.hex("dns.resp.ext", type + 4, 4, (int) entry.ttlSeconds());
    } else {
      inside.hex("dns.resp.class", type + 2, 2, entry.classNumber());
      inside.add(
          "dns.resp.ttl",
          type + 4,
          4,
          entry.ttlSeconds(),
          Phrase.NONE,
          Phrase.of("explain.dns.resp.ttl", entry.ttlSeconds()));
    }
    inside.add("dns.resp.len", type + 8, 2, entry.dataOctets());
    addData(inside, message.octets(), entry);
    fields.add(
        "dns.resp." + sectionKey(entry),
        entry.at(),
        entry.length(),
        entry.name(),
        "",
        Phrase.of("remark.literal", isOpt ? typeName : typeName + " " + message.data(entry)),
        isOpt ? type(entry.type()) : meaning(message, entry),
        Check.NONE,
        inside.list());
  }

  private static String sectionKey(Entry entry) {
    return switch (entry.section()) {
      case ANSWER -> "answer";
      case AUTHORITY -> "authority";
      case ADDITIONAL -> "additional";
    };
  }

  private static Phrase meaning(DnsMessage message, Entry entry) {
    return Phrase.of(
        "explain.dns.record." + typeKey(entry.type()), entry.name(), message.data(entry));
  }

  static Phrase type(int type) {
    return Phrase.of("explain.dns.type." + typeKey(type));
  }

  private static String typeKey(int type) {
    return switch (type) {
      case DnsMessage.A,
          DnsMessage.NS,
          DnsMessage.CNAME,
          DnsMessage.SOA,
          DnsMessage.PTR,
          DnsMessage.MX,
          DnsMessage.TXT,
          DnsMessage.AAAA,
          DnsMessage.OPT ->
          Integer.toString(type);
      default -> "other";
    };
  }

  private static void addData(FieldList fields, Octets octets, Entry entry) {
    int at = entry.dataAt();
    int length = entry.dataOctets();
    if (length == 0) {
      return;
    }
    boolean isRead =
        switch (entry.type()) {
          case DnsMessage.A -> length == 4 && addAddress(fields, octets, at);
          case DnsMessage.AAAA -> length == 16 && addLongAddress(fields, octets, at);
          case DnsMessage.NS -> name(fields, octets, "dns.ns", at, length);
          case DnsMessage.CNAME -> name(fields, octets, "dns.cname", at, length);
          case DnsMessage.PTR -> name(fields, octets, "dns.ptr.domain_name", at, length);
          case DnsMessage.MX -> length > 2 && addExchange(fields, octets, at, length);
          case DnsMessage.TXT -> addText(fields, octets, at, length);
          case DnsMessage.SOA -> addAuthority(fields, octets, at, length);
          default -> false;
        };
    if (!isRead) {
      fields.add("dns.data", at, length, PlainLayers.shown(octets.slice(at, at + length)));
    }
  }

  private static boolean addAddress(FieldList fields, Octets octets, int at) {
    fields.add("dns.a", at, 4, new Ipv4Address(octets.int32(at)));
    return true;
  }

  private static boolean addLongAddress(FieldList fields, Octets octets, int at) {
    fields.add("dns.aaaa", at, 16, Ipv6Text.of(octets.slice(at, at + 16)));
    return true;
  }

  /// A name that fills the data, or does not.
  private static boolean name(FieldList fields, Octets octets, String key, int at, int length) {
    DnsName name = DnsName.read(octets, at);
    if (name == null || name.length() != length) {
      return false;
    }
    fields.add(key, at, length, name.text());
    return true;
  }

  private static boolean addExchange(FieldList fields, Octets octets, int at, int length) {
    DnsName name = DnsName.read(octets, at + 2);
    if (name == null || name.length() != length - 2) {
      return false;
    }
    fields.add("dns.mx.preference", at, 2, octets.uint16(at));
    fields.add("dns.mx.mail_exchange", at + 2, length - 2, name.text());
    return true;
  }

  private static boolean addText(FieldList fields, Octets octets, int at, int length) {
    fields.add("dns.txt", at, length, texts(octets, at, length));
    return true;
  }

  /// The strings of a TXT record, one after the other.
  static String texts(Octets octets, int at, int length) {
    StringBuilder text = new StringBuilder();
    int next = at;
    int end = at + length;
    while (next < end) {
      int from = next + 1;
      int to = Math.min(end, from + octets.at(next));
      text.append(new String(octets.slice(from, to).toByteArray(), UTF_8));
      next = to;
    }
    return text.toString();
  }

  private static boolean addAuthority(FieldList fields, Octets octets, int at, int length) {
    DnsName server = DnsName.read(octets, at);
    DnsName person = server == null ? null : DnsName.read(octets, at + server.length());
    if (server == null || person == null || server.length() + person.length() + 20 != length) {
      return false;
    }
    fields.add("dns.soa.mname", at, server.length(), server.text());
    fields.add("dns.soa.rname", at + server.length(), person.length(), person.text());
    int next = at + server.length() + person.length();
    List<String> numbers =
        List.of(
            "dns.soa.serial_number",
            "dns.soa.refresh_interval",
            "dns.soa.retry_interval",
            "dns.soa.expire_limit",
            "dns.soa.minimum_ttl");
    for (String key : numbers) {
      fields.add(key, next, 4, Integer.toUnsignedString(octets.int32(next)));
      next += 4;
    }
    return true;
  }
}
