package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.InternetChecksum;
import netarium.engine.wire.Octets;

/// ICMP (RFC 792; the MTU of type 3 code 4 is RFC 1191's), the datagram it quotes included.
final class IcmpLayer {
  /// How many codes of each type have a name here.
  private static final int[] NAMED_CODES = {1, 0, 0, 16, 1, 4, 0, 0, 1, 1, 1, 2, 3, 1, 1};

  private IcmpLayer() {}

  static void read(Octets octets, int base, List<Layer> layers) {
    if (octets.length() < IcmpMessage.HEADER_OCTETS) {
      String why = octets.length() + " < " + IcmpMessage.HEADER_OCTETS;
      layers.add(PlainLayers.malformed(octets, base, "header", why));
      return;
    }
    int sum = octets.onesSum();
    int field = octets.uint16(2);
    int right = InternetChecksum.complement(sum + (~field & 0xffff));
    boolean isRight = InternetChecksum.isRight(sum);
    IcmpMessage message =
        new IcmpMessage(
            octets.at(0), octets.at(1), octets.int32(4), octets.slice(IcmpMessage.HEADER_OCTETS));
    FieldList fields = new FieldList(octets, base);
    addTypeAndCode(fields, message);
    fields.checksum("icmp.checksum", 2, field, right, isRight ? Check.RIGHT : Check.WRONG);
    addRest(fields, message);
    layers.add(
        new Layer(
            Layer.Kind.ICMP,
            "ICMP",
            message.type() + "/" + message.code(),
            base,
            IcmpMessage.HEADER_OCTETS,
            fields.list()));
    if (!isRight) {
      String why = FieldList.hex(field, 4) + " ≠ " + FieldList.hex(right, 4);
      layers.add(PlainLayers.malformed(octets, base, "checksum", why));
    } else if (!message.data().isEmpty()) {
      addData(message, base + IcmpMessage.HEADER_OCTETS, layers);
    }
  }

  private static void addTypeAndCode(FieldList fields, IcmpMessage message) {
    int type = message.type();
    int code = message.code();
    boolean isKnown = type < NAMED_CODES.length && NAMED_CODES[type] > 0;
    String key = isKnown ? Integer.toString(type) : "other";
    fields.add(
        "icmp.type",
        0,
        1,
        type,
        Phrase.of("remark.icmp.type." + key),
        Phrase.of("explain.icmp.type." + key));
    boolean hasName = isKnown && code < NAMED_CODES[type] && NAMED_CODES[type] > 1;
    String codeKey = hasName ? type + "." + code : "other";
    fields.add(
        "icmp.code",
        1,
        1,
        code,
        hasName ? Phrase.of("remark.icmp.code." + codeKey) : Phrase.NONE,
        Phrase.of("explain.icmp.code." + codeKey));
  }

  private static void addRest(FieldList fields, IcmpMessage message) {
    switch (message.type()) {
      case IcmpMessage.ECHO_REQUEST, IcmpMessage.ECHO_REPLY, 13, 14 -> {
        fields.add("icmp.ident", 4, 2, message.identifier());
        fields.add("icmp.seq", 6, 2, message.sequence());
      }
      case IcmpMessage.DESTINATION_UNREACHABLE -> {
        fields.hex("icmp.unused", 4, 2, message.rest() >>> 16);
        int mtu = message.rest() & 0xffff;
        if (message.code() == 4) {
          fields.add("icmp.mtu", 6, 2, mtu, Phrase.NONE, Phrase.of("explain.icmp.mtu", mtu));
        } else {
          fields.hex("icmp.unused", 6, 2, mtu);
        }
      }
      case IcmpMessage.REDIRECT -> {
        var gateway = new netarium.engine.wire.Ipv4Address(message.rest());
        fields.add(
            "icmp.redir_gw",
            4,
            4,
            gateway,
            Phrase.NONE,
            Phrase.of("explain.icmp.redir_gw", gateway));
      }
      case IcmpMessage.PARAMETER_PROBLEM -> {
        fields.add("icmp.pointer", 4, 1, message.rest() >>> 24);
        fields.hex("icmp.unused", 5, 3, message.rest() & 0xffffff);
      }
      default -> fields.hex("icmp.unused", 4, 4, message.rest());
    }
  }

  private static void addData(IcmpMessage message, int base, List<Layer> layers) {
    Octets data = message.data();
    int header = message.isError() ? Ipv4Layer.headerOctets(data) : -1;
    if (header < 0) {
      layers.add(PlainLayers.data(data, base));
      return;
    }
    layers.add(Ipv4Layer.layer(data, base, header, true));
    Octets rest = data.slice(header);
    boolean isFirst = (data.uint16(6) & 0x1fff) == 0;
    if (isFirst && data.at(9) == 17 && rest.length() >= 8) {
      layers.add(UdpLayer.quoted(rest, base + header));
      rest = rest.slice(8);
      header += 8;
    } else if (isFirst && data.at(9) == 6 && rest.length() >= 8) {
      int shown = TcpLayer.quotedOctets(rest);
      layers.add(TcpLayer.quoted(rest, base + header, shown));
      rest = rest.slice(shown);
      header += shown;
    } else if (isFirst && data.at(9) == 1 && rest.length() >= 8) {
      layers.add(quoted(rest, base + header));
      rest = rest.slice(8);
      header += 8;
    }
    if (!rest.isEmpty()) {
      layers.add(PlainLayers.data(rest, base + header));
    }
  }

  private static Layer quoted(Octets octets, int base) {
    FieldList fields = new FieldList(octets, base);
    IcmpMessage message =
        new IcmpMessage(octets.at(0), octets.at(1), octets.int32(4), Octets.EMPTY);
    addTypeAndCode(fields, message);
    fields.checksum("icmp.checksum", 2, octets.uint16(2), 0, Check.UNTESTED);
    addRest(fields, message);
    String summary = message.type() + "/" + message.code();
    return new Layer(
        Layer.Kind.ICMP, "ICMP", summary, base, IcmpMessage.HEADER_OCTETS, fields.list());
  }
}
