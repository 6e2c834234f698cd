package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.Octets;

/// DNS over UDP (RFC 1035 §4): header, questions and records, with names that point to others.
final class DnsLayer {
  /// Where DNS is spoken.
  static final int PORT = 53;

  private DnsLayer() {}

  /// Of a message on a connection, with its length in front.
  static Layer of(DnsPart part, TalkLayers.Carried carried) {
    Octets octets = carried.octets(part.from(), part.to());
    FieldList fields = carried.fields(octets, part.from());
    fields.add("dns.length", 0, DnsPart.LENGTH_OCTETS, octets.uint16(0));
    Octets text = octets.slice(DnsPart.LENGTH_OCTETS);
    DnsMessage message = DnsMessage.read(text);
    if (message != null) {
      FieldList inside = carried.fields(text, part.from() + DnsPart.LENGTH_OCTETS);
      addMessage(inside, message);
      fields.list().addAll(inside.list());
    }
    return carried.layer(Layer.Kind.DNS, "DNS", part.message().line(), fields);
  }

  /// Of a message that is the content of another (RFC 8484), if it is one.
  static void addContent(HttpMessage around, TalkLayers.Carried carried, List<Layer> layers) {
    DnsMessage message = around.dns();
    boolean isPlain = around.framing() == HttpMessage.Framing.LENGTH;
    if (message != null && isPlain && around.contentOctets() > 0 && carried.endsHere()) {
      FieldList fields = carried.fields(message.octets(), around.headEnd());
      addMessage(fields, message);
      int at = Math.max(carried.place(carried.from()), carried.place(around.headEnd()));
      int length = carried.place(carried.to()) - at;
      layers.add(new Layer(Layer.Kind.DNS, "DNS", message.line(), at, length, fields.list()));
    }
  }

  /// Adds what it reads to `layers`; false where the octets are no DNS message.
  static boolean read(Octets octets, int base, List<Layer> layers) {
    DnsMessage message = DnsMessage.read(octets);
    if (message == null) {
      return false;
    }
    FieldList fields = new FieldList(octets, base);
    addMessage(fields, message);
    layers.add(
        new Layer(Layer.Kind.DNS, "DNS", message.line(), base, octets.length(), fields.list()));
    return true;
  }

  private static void addMessage(FieldList fields, DnsMessage message) {
    Octets octets = message.octets();
    fields.hex("dns.id", 0, 2, message.id());
    addFlags(fields, message);
    String[] counts = {"queries", "answers", "auth_rr", "add_rr"};
    for (int i = 0; i < counts.length; i++) {
      fields.add("dns.count." + counts[i], 4 + 2 * i, 2, octets.uint16(4 + 2 * i));
    }
    message.questions().forEach(each -> addQuestion(fields, each));
    message.entries().forEach(each -> DnsFields.add(fields, message, each));
  }

  private static void addFlags(FieldList fields, DnsMessage message) {
    int flags = message.flags();
    FieldList bits = fields.inside();
    boolean isResponse = message.isResponse();
    bits.add(
        "dns.flags.response",
        2,
        2,
        isResponse ? 1 : 0,
        Phrase.NONE,
        Phrase.of(isResponse ? "explain.dns.response" : "explain.dns.query"));
    bits.add("dns.flags.opcode", 2, 2, message.opcode());
    if (isResponse) {
      bits.list().add(bits.bit("dns.flags.authoritative", 2, 2, (flags & 0x400) != 0));
    }
    bits.list().add(bits.bit("dns.flags.truncated", 2, 2, (flags & 0x200) != 0));
    bits.list().add(bits.bit("dns.flags.recdesired", 2, 2, (flags & 0x100) != 0));
    if (isResponse) {
      bits.list().add(bits.bit("dns.flags.recavail", 2, 2, (flags & 0x80) != 0));
      String key = message.responseCode() <= 5 ? message.responseCode() + "" : "other";
      bits.add(
          "dns.flags.rcode",
          2,
          2,
          message.responseCode(),
          Phrase.of("remark.literal", DnsMessage.codeName(message.responseCode())),
          Phrase.of("explain.dns.rcode." + key));
    }
    String number = FieldList.hex(flags, 4);
    fields.add(
        "dns.flags",
        2,
        2,
        number,
        "",
        Phrase.of(isResponse ? "remark.dns.response" : "remark.dns.query"),
        Phrase.of(isResponse ? "explain.dns.response" : "explain.dns.query"),
        Check.NONE,
        bits.list());
  }

  private static void addQuestion(FieldList fields, DnsMessage.Question question) {
    FieldList inside = fields.inside();
    int type = question.at() + question.nameOctets();
    String typeName = DnsMessage.typeName(question.type());
    inside.add("dns.qry.name", question.at(), question.nameOctets(), question.name());
    inside.add(
        "dns.qry.type",
        type,
        2,
        question.type(),
        Phrase.of("remark.literal", typeName),
        DnsFields.type(question.type()));
    inside.hex("dns.qry.class", type + 2, 2, question.classNumber());
    fields.add(
        "dns.qry",
        question.at(),
        question.length(),
        question.name(),
        "",
        Phrase.of("remark.literal", typeName),
        Phrase.of("explain.dns.qry", question.name(), typeName),
        Check.NONE,
        inside.list());
  }
}
