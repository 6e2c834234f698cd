package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.InternetChecksum;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import netarium.engine.wire.UdpCodec;
import netarium.engine.wire.UdpDatagram;

/// UDP (RFC 768).
final class UdpLayer {
  private UdpLayer() {}

  static void read(
      Octets octets, int base, Ipv4Address source, Ipv4Address destination, List<Layer> layers) {
    Parsed<UdpDatagram> parsed = UdpCodec.parse(octets, source, destination);
    if (octets.length() >= UdpDatagram.HEADER_OCTETS) {
      long sum =
          InternetChecksum.pseudoHeader(source, destination, IpProtocol.UDP, octets.length())
              + octets.onesSum();
      layers.add(layer(octets, base, sum));
    }
    if (parsed instanceof Parsed.Malformed<UdpDatagram> malformed) {
      layers.add(PlainLayers.malformed(octets, base, malformed));
    } else if (octets.length() > UdpDatagram.HEADER_OCTETS) {
      int inside = UdpDatagram.HEADER_OCTETS;
      Octets text = octets.slice(inside);
      boolean mayBeDns = octets.uint16(0) == DnsLayer.PORT || octets.uint16(2) == DnsLayer.PORT;
      if (!mayBeDns || !DnsLayer.read(text, base + inside, layers)) {
        layers.add(PlainLayers.data(text, base + inside));
      }
    }
  }

  private static Layer layer(Octets octets, int base, long sum) {
    int field = octets.uint16(6);
    int right = InternetChecksum.complement(sum + (~field & 0xffff));
    Check check =
        field == 0 ? Check.UNTESTED : InternetChecksum.isRight(sum) ? Check.RIGHT : Check.WRONG;
    FieldList fields = ports(octets, base);
    fields.checksum("udp.checksum", 6, field, right, check);
    return layer(octets, base, fields);
  }

  /// As it is quoted in an ICMP error: its checksum covers what is not here.
  static Layer quoted(Octets octets, int base) {
    FieldList fields = ports(octets, base);
    fields.checksum("udp.checksum", 6, octets.uint16(6), 0, Check.UNTESTED);
    return layer(octets, base, fields);
  }

  private static Layer layer(Octets octets, int base, FieldList fields) {
    String summary = octets.uint16(0) + " → " + octets.uint16(2);
    return new Layer(
        Layer.Kind.UDP, "UDP", summary, base, UdpDatagram.HEADER_OCTETS, fields.list());
  }

  private static FieldList ports(Octets octets, int base) {
    int length = octets.uint16(4);
    return new FieldList(octets, base)
        .add("udp.srcport", 0, 2, octets.uint16(0))
        .add("udp.dstport", 2, 2, octets.uint16(2))
        .add(
            "udp.length",
            4,
            2,
            length,
            Phrase.NONE,
            Phrase.of("explain.udp.length", length, Math.max(0, length - 8)));
  }
}
