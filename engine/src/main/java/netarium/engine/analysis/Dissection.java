package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A frame taken apart: its layers from the outside in, each with its fields and their octets.
///
/// It reads the octets on the wire, not the values in flight, so that a damaged frame can be looked
/// at as well as a good one. What cannot be read ends in a layer [Layer.Kind#MALFORMED].
public record Dissection(Octets octets, List<Layer> layers) {
  public Dissection {
    layers = List.copyOf(layers);
  }

  /// By itself, with sequence numbers as they stand on the wire.
  public static Dissection of(EthernetFrame frame) {
    return of(frame, FramePlace.ALONE);
  }

  /// As one of a conversation, which gives relative numbers and scaled windows.
  public static Dissection of(EthernetFrame frame, FramePlace place) {
    Octets octets = frame.octets();
    List<Layer> layers = new ArrayList<>();
    if (octets.length() < EthernetFrame.HEADER_OCTETS) {
      layers.add(PlainLayers.malformed(octets, 0, "frame", octets.length() + " < 14"));
      return new Dissection(octets, layers);
    }
    int type = octets.uint16(12);
    layers.add(ethernet(octets, type));
    Octets inside = octets.slice(EthernetFrame.HEADER_OCTETS);
    int end =
        switch (type) {
          case 0x0806 -> ArpLayer.read(inside, EthernetFrame.HEADER_OCTETS, layers);
          case 0x0800 -> Ipv4Layer.read(inside, EthernetFrame.HEADER_OCTETS, place, layers);
          default -> {
            layers.add(PlainLayers.data(inside, EthernetFrame.HEADER_OCTETS));
            yield octets.length();
          }
        };
    if (end < octets.length()) {
      layers.add(PlainLayers.padding(octets, end));
    }
    return new Dissection(octets, layers);
  }

  private static Layer ethernet(Octets octets, int type) {
    MacAddress destination = new MacAddress(octets.uint48(0));
    MacAddress source = new MacAddress(octets.uint48(6));
    Phrase to =
        destination.isBroadcast()
            ? Phrase.of("explain.eth.dst.broadcast")
            : destination.isGroup()
                ? Phrase.of("explain.eth.dst.group")
                : Phrase.of("explain.eth.dst", destination);
    Phrase remark = destination.isBroadcast() ? Phrase.of("remark.broadcast") : Phrase.NONE;
    String typeText = FieldList.hex(type, 4);
    FieldList fields =
        new FieldList(octets, 0)
            .add("eth.dst", 0, 6, destination, remark, to)
            .add("eth.src", 6, 6, source, Phrase.NONE, Phrase.of("explain.eth.src", source))
            .add("eth.type", 12, 2, typeText, typeName(type), Phrase.of("explain.eth.type"));
    return new Layer(
        Layer.Kind.ETHERNET,
        "Ethernet II",
        source + " → " + destination,
        0,
        EthernetFrame.HEADER_OCTETS,
        fields.list());
  }

  private static Phrase typeName(int type) {
    return switch (type) {
      case 0x0800 -> Phrase.of("remark.literal", "IPv4");
      case 0x0806 -> Phrase.of("remark.literal", "ARP");
      case 0x86dd -> Phrase.of("remark.literal", "IPv6");
      default -> Phrase.NONE;
    };
  }

  public Optional<Layer> layer(Layer.Kind kind) {
    return layers.stream().filter(each -> each.kind() == kind).findFirst();
  }

  /// The first field with this key, at any depth of any layer.
  public Optional<LayerField> field(String key) {
    return layers.stream().flatMap(layer -> layer.field(key).stream()).findFirst();
  }

  /// The innermost field that holds an octet, if one does.
  public Optional<LayerField> fieldAt(int octet) {
    for (Layer layer : layers) {
      LayerField found = fieldAt(layer.fields(), octet);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static @Nullable LayerField fieldAt(List<LayerField> among, int octet) {
    for (LayerField each : among) {
      if (each.holds(octet)) {
        boolean isOfBits =
            !each.children().isEmpty()
                && each.children().stream().allMatch(child -> child.length() == each.length());
        LayerField inside = isOfBits ? null : fieldAt(each.children(), octet);
        return inside == null ? each : inside;
      }
    }
    return null;
  }
}
