package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;

/// Layers that are no protocol's: data, padding, and what cannot be read.
final class PlainLayers {
  private static final int SHOWN_OCTETS = 24;

  private PlainLayers() {}

  static Layer data(Octets octets, int base) {
    return plain(Layer.Kind.DATA, "Data", "data.data", octets, base);
  }

  static Layer padding(Octets frame, int from) {
    return plain(Layer.Kind.PADDING, "Padding", "eth.padding", frame.slice(from), from);
  }

  private static Layer plain(Layer.Kind kind, String name, String key, Octets octets, int base) {
    int length = octets.length();
    FieldList fields = new FieldList(octets, base);
    fields.add(key, 0, length, shown(octets), Phrase.NONE, Phrase.of("explain." + key, length));
    return new Layer(kind, name, length + " B", base, length, fields.list());
  }

  /// The first octets in hexadecimal.
  static String shown(Octets octets) {
    int length = Math.min(octets.length(), SHOWN_OCTETS);
    return octets.slice(0, length) + (length < octets.length() ? "…" : "");
  }

  /// What a codec found wrong with the octets of a layer that begins at `base`.
  static Layer malformed(Octets octets, int base, Parsed.Malformed<?> found) {
    return malformed(octets, base, found.field(), found.why());
  }

  static Layer malformed(Octets octets, int base, String field, String why) {
    return malformed(octets, base, new netarium.engine.wire.Field(field, 0, octets.length()), why);
  }

  private static Layer malformed(
      Octets octets, int base, netarium.engine.wire.Field field, String why) {
    int at = Math.min(field.offset(), octets.length());
    int length = Math.min(field.length(), octets.length() - at);
    LayerField trouble =
        new LayerField(
            "_ws.malformed",
            field.name(),
            why,
            "",
            Phrase.NONE,
            Phrase.of("explain.malformed", field.name(), why),
            Check.WRONG,
            base + at,
            length,
            List.of());
    return new Layer(
        Layer.Kind.MALFORMED,
        "Malformed",
        field.name() + ": " + why,
        base,
        octets.length(),
        List.of(trouble));
  }
}
