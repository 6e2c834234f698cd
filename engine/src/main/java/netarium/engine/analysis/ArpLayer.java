package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.ArpCodec;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// ARP for IPv4 over Ethernet (RFC 826).
final class ArpLayer {
  private ArpLayer() {}

  /// Adds what it reads to `layers`; answers where in the frame it ends.
  static int read(Octets octets, int base, List<Layer> layers) {
    return switch (ArpCodec.parse(octets)) {
      case Parsed.Malformed<ArpPacket> malformed -> {
        layers.add(PlainLayers.malformed(octets, base, malformed));
        yield base + octets.length();
      }
      case Parsed.Ok<ArpPacket>(ArpPacket packet) -> {
        layers.add(layer(packet, octets, base));
        yield base + ArpPacket.LENGTH_OCTETS;
      }
    };
  }

  private static Layer layer(ArpPacket packet, Octets octets, int base) {
    int operation = packet.operation();
    boolean isKnown = operation == ArpPacket.REQUEST || operation == ArpPacket.REPLY;
    Phrase name = isKnown ? Phrase.of("remark.arp.opcode." + operation) : Phrase.NONE;
    Phrase meaning =
        switch (operation) {
          case ArpPacket.REQUEST ->
              Phrase.of("explain.arp.opcode.1", packet.senderIp(), packet.targetIp());
          case ArpPacket.REPLY ->
              Phrase.of("explain.arp.opcode.2", packet.senderIp(), packet.senderMac());
          default -> Phrase.of("explain.arp.opcode");
        };
    Phrase target =
        Phrase.of(
            operation == ArpPacket.REQUEST
                ? "explain.arp.dst.hw_mac.asked"
                : "explain.arp.dst.hw_mac");
    FieldList fields =
        new FieldList(octets, base)
            .add("arp.hw.type", 0, 2, octets.uint16(0))
            .hex("arp.proto.type", 2, 2, octets.uint16(2))
            .add("arp.hw.size", 4, 1, octets.at(4))
            .add("arp.proto.size", 5, 1, octets.at(5))
            .add("arp.opcode", 6, 2, operation, name, meaning)
            .add("arp.src.hw_mac", 8, 6, packet.senderMac())
            .add("arp.src.proto_ipv4", 14, 4, packet.senderIp())
            .add("arp.dst.hw_mac", 18, 6, packet.targetMac(), Phrase.NONE, target)
            .add("arp.dst.proto_ipv4", 24, 4, packet.targetIp());
    String summary =
        operation == ArpPacket.REPLY
            ? packet.senderIp() + " = " + packet.senderMac()
            : packet.senderIp() + " → " + packet.targetIp() + " ?";
    return new Layer(Layer.Kind.ARP, "ARP", summary, base, ArpPacket.LENGTH_OCTETS, fields.list());
  }
}
