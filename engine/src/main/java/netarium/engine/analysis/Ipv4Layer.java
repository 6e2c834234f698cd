package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.InternetChecksum;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// IPv4 (RFC 791 §3.1), on the wire or quoted in an ICMP error.
final class Ipv4Layer {
  private static final int MIN_HEADER_OCTETS = 20;

  private Ipv4Layer() {}

  /// Adds what it reads to `layers`; answers where in the frame it ends.
  static int read(Octets octets, int base, FramePlace place, List<Layer> layers) {
    int header = headerOctets(octets);
    if (header < 0) {
      addTrouble(octets, base, layers);
      return base + octets.length();
    }
    layers.add(layer(octets, base, header, false));
    int total = octets.uint16(2);
    boolean isCut = total < header || total > octets.length();
    if (isCut || Ipv4Codec.parse(octets) instanceof Parsed.Malformed<Ipv4Datagram>) {
      addTrouble(octets, base, layers);
      return base + octets.length();
    }
    Octets inside = octets.slice(header, total);
    int fragment = octets.uint16(6) & 0x3fff;
    if (fragment != 0) {
      if (!inside.isEmpty()) {
        layers.add(PlainLayers.data(inside, base + header));
      }
      return base + total;
    }
    Ipv4Address source = new Ipv4Address(octets.int32(12));
    Ipv4Address destination = new Ipv4Address(octets.int32(16));
    switch (octets.at(9)) {
      case 1 -> IcmpLayer.read(inside, base + header, layers);
      case 6 -> TcpLayer.read(inside, base + header, source, destination, place, layers);
      case 17 -> UdpLayer.read(inside, base + header, source, destination, layers);
      default -> {
        if (!inside.isEmpty()) {
          layers.add(PlainLayers.data(inside, base + header));
        }
      }
    }
    return base + total;
  }

  private static void addTrouble(Octets octets, int base, List<Layer> layers) {
    if (Ipv4Codec.parse(octets) instanceof Parsed.Malformed<Ipv4Datagram> malformed) {
      layers.add(PlainLayers.malformed(octets, base, malformed));
    }
  }

  /// The header's length if all of it is here, else -1.
  static int headerOctets(Octets octets) {
    if (octets.length() < MIN_HEADER_OCTETS || octets.at(0) >>> 4 != 4) {
      return -1;
    }
    int header = (octets.at(0) & 15) * 4;
    return header < MIN_HEADER_OCTETS || header > octets.length() ? -1 : header;
  }

  /// `isQuoted`: its checksum is the sender's business, and much of it may be missing.
  static Layer layer(Octets octets, int base, int header, boolean isQuoted) {
    Ipv4Address source = new Ipv4Address(octets.int32(12));
    Ipv4Address destination = new Ipv4Address(octets.int32(16));
    return new Layer(
        Layer.Kind.IPV4,
        "IPv4",
        source + " → " + destination,
        base,
        header,
        fields(octets, base, header, isQuoted));
  }

  static List<LayerField> fields(Octets octets, int base, int header, boolean isQuoted) {
    FieldList fields = new FieldList(octets.slice(0, header), base);
    String first = FieldList.hex(octets.at(0), 2);
    List<LayerField> inFirst =
        List.of(
            fields.bits("ip.version", 0, 1, "4"),
            fields.bits("ip.hdr_len", 0, 1, Integer.toString(header)));
    fields.add(
        "ip.version_and_hdr_len",
        0,
        1,
        first,
        "",
        Phrase.of("remark.ip.header", header),
        Phrase.of("explain.ip.hdr_len", header),
        Check.NONE,
        inFirst);
    fields.hex("ip.dsfield", 1, 1, octets.at(1));
    int total = octets.uint16(2);
    fields.add(
        "ip.len", 2, 2, total, Phrase.NONE, Phrase.of("explain.ip.len", total, total - header));
    fields.hex("ip.id", 4, 2, octets.uint16(4));
    addFragment(fields, octets.uint16(6));
    addTtl(fields, octets.at(8));
    IpProtocol protocol = new IpProtocol(octets.at(9));
    fields.add(
        "ip.proto",
        9,
        1,
        protocol.number(),
        isNamed(protocol) ? Phrase.of("remark.literal", protocol.toString()) : Phrase.NONE,
        Phrase.of("explain.ip.proto", protocol.toString()));
    int field = octets.uint16(10);
    int sum = octets.slice(0, header).onesSum();
    int right = InternetChecksum.complement(sum + (~field & 0xffff));
    Check check = InternetChecksum.isRight(sum) ? Check.RIGHT : Check.WRONG;
    fields.checksum("ip.checksum", 10, field, right, isQuoted ? Check.UNTESTED : check);
    Ipv4Address source = new Ipv4Address(octets.int32(12));
    Ipv4Address destination = new Ipv4Address(octets.int32(16));
    fields.add("ip.src", 12, 4, source, Phrase.NONE, Phrase.of("explain.ip.src", source));
    fields.add("ip.dst", 16, 4, destination, Phrase.NONE, Phrase.of("explain.ip.dst", destination));
    if (header > MIN_HEADER_OCTETS) {
      addOptions(fields, header);
    }
    return fields.list();
  }

  private static boolean isNamed(IpProtocol protocol) {
    return protocol.equals(IpProtocol.ICMP)
        || protocol.equals(IpProtocol.TCP)
        || protocol.equals(IpProtocol.UDP);
  }

  private static void addFragment(FieldList fields, int word) {
    boolean isWhole = (word & 0x4000) != 0;
    boolean isFollowed = (word & 0x2000) != 0;
    int first = (word & 0x1fff) * 8;
    List<LayerField> parts =
        List.of(
            fields.bit("ip.flags.rb", 6, 2, (word & 0x8000) != 0),
            fields.bit("ip.flags.df", 6, 2, isWhole),
            fields.bit("ip.flags.mf", 6, 2, isFollowed),
            fields.bits("ip.frag_offset", 6, 2, Integer.toString(first)));
    Phrase meaning =
        isFollowed
            ? Phrase.of("explain.ip.flags.more", first)
            : first > 0
                ? Phrase.of("explain.ip.flags.last", first)
                : Phrase.of(isWhole ? "explain.ip.flags.whole" : "explain.ip.flags.may");
    Phrase remark =
        isFollowed || first > 0
            ? Phrase.of("remark.ip.fragment", first)
            : isWhole ? Phrase.of("remark.ip.whole") : Phrase.NONE;
    String text = FieldList.hex(word >>> 13, 2);
    fields.add("ip.flags", 6, 2, text, text, remark, meaning, Check.NONE, parts);
  }

  /// Senders begin with 64, 128 or 255; what is missing to the next of them was taken by routers.
  private static void addTtl(FieldList fields, int ttl) {
    int began = ttl <= 64 ? 64 : ttl <= 128 ? 128 : 255;
    int passed = began - ttl;
    Phrase remark = passed > 0 && passed <= 32 ? Phrase.of("remark.ip.ttl", passed) : Phrase.NONE;
    Phrase meaning =
        ttl <= 1
            ? Phrase.of("explain.ip.ttl.end", ttl)
            : Phrase.of("explain.ip.ttl", ttl, passed > 32 ? 0 : passed);
    fields.add("ip.ttl", 8, 1, ttl, remark, meaning);
  }

  private static void addOptions(FieldList fields, int header) {
    Octets octets = fields.octets();
    List<LayerField> options = new ArrayList<>();
    FieldList inside = new FieldList(octets, fields.base());
    int at = MIN_HEADER_OCTETS;
    while (at < header) {
      int type = octets.at(at);
      int length = type <= 1 || at + 1 >= header ? 1 : octets.at(at + 1);
      boolean isEnd = type == 0;
      if (isEnd || length < 1 || (type > 1 && length < 2) || at + length > header) {
        length = header - at;
      }
      inside.add(
          "ip.opt.type",
          at,
          length,
          type,
          Phrase.of("remark.ip.opt." + named(type)),
          Phrase.of("explain.ip.opt.type"));
      at += length;
    }
    options.addAll(inside.list());
    fields.add(
        "ip.options",
        MIN_HEADER_OCTETS,
        header - MIN_HEADER_OCTETS,
        (header - MIN_HEADER_OCTETS) + " B",
        "",
        Phrase.NONE,
        Phrase.of("explain.ip.options"),
        Check.NONE,
        options);
  }

  private static String named(int type) {
    return switch (type) {
      case 0 -> "end";
      case 1 -> "nop";
      case 7 -> "record-route";
      case 68 -> "timestamp";
      case 131 -> "loose-route";
      case 137 -> "strict-route";
      case 148 -> "router-alert";
      default -> "other";
    };
  }
}
