package netarium.app.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netarium.app.packets.PacketsModel;
import netarium.app.text.Texts;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.Phrase;
import netarium.engine.wire.Ipv4Address;
import netarium.topologies.Topology;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;

/// Speaks the engine's phrases in people's language, with the names of machines for their
/// addresses.
final class Words {
  private final Texts texts;
  private final Texts ofPackets;
  private Map<String, String> names = Map.of();

  Words(Locale locale) {
    texts = new Texts(Words.class, locale);
    ofPackets = new Texts(PacketsModel.class, locale);
  }

  /// The machines of a run.
  void names(Topology topology) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Node node : topology.nodes()) {
      for (InterfaceSpec each : node.interfaces()) {
        if (each.ipv4() instanceof InterfaceSpec.Ipv4.Fixed fixed) {
          found.put(fixed.cidr().address().toString(), node.displayName());
        }
      }
    }
    names = found;
  }

  String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /// Empty for nothing to say.
  String sentence(Phrase phrase) {
    if (phrase.isEmpty()) {
      return "";
    }
    Object[] values = phrase.values().toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = spoken(values[i]);
    }
    return phrase.key().startsWith("note.")
        ? ofPackets.text(phrase.key(), values)
        : texts.text(phrase.key(), values);
  }

  private Object spoken(Object value) {
    return switch (value) {
      case Number number -> number;
      case Ipv4Address address -> names.getOrDefault(address.toString(), address.toString());
      default -> value.toString();
    };
  }

  /// What a field is called: as the frame itself calls it, or as people do.
  String label(LayerField field) {
    return field.label().isEmpty() ? texts.text("field." + field.key()) : field.label();
  }

  String title(Layer layer) {
    return switch (layer.kind()) {
      case DATA, MALFORMED, PADDING -> texts.text("layer." + layer.kind());
      case ETHERNET, ARP, IPV4, ICMP, UDP, TCP, HTTP, WEB_SOCKET, SOCKS, DNS, TLS, HLHV ->
          layer.name();
    };
  }

  /// A reason in the words of the packet list.
  String dropReason(String label) {
    return ofPackets.text("drop." + label);
  }

  List<String> sentences(List<Phrase> phrases) {
    return phrases.stream().map(this::sentence).toList();
  }
}
