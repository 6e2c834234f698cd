package netarium.engine.analysis;

import java.util.List;
import java.util.Locale;
import netarium.engine.wire.Octets;

/// A frame between a queen and a cell: its length, its kind, the fields of its JSON object or the
/// octets of a body.
final class HlhvLayer {
  static final String NAME = "HLHV";

  private static final List<String> LISTS = List.of("query", "headers", "cookies");
  private static final List<String> KNOWN =
      List.of(
          "connKind",
          "uuid",
          "key",
          "host",
          "path",
          "count",
          "remoteAddrReal",
          "remoteAddr",
          "method",
          "scheme",
          "port",
          "fragment",
          "query",
          "proto",
          "protoMajor",
          "protoMinor",
          "headers",
          "cookies",
          "maxSize",
          "statusCode");

  private HlhvLayer() {}

  static Layer of(HlhvFrame frame, TalkLayers.Carried carried) {
    long end = frame.from() + Math.min(frame.to() - frame.from(), HlhvFrame.MOST_READ);
    Octets octets = carried.octets(frame.from(), end);
    FieldList fields = carried.fields(octets, frame.from());
    fields.add("hlhv.length", 0, HlhvFrame.LENGTH_OCTETS, frame.payloadOctets() + 1);
    HlhvKind kind = frame.kind();
    if (frame.kindNumber() >= 0) {
      String key = kind == null ? "other" : kind.key();
      fields.add(
          "hlhv.kind",
          HlhvFrame.LENGTH_OCTETS,
          1,
          FieldList.hex(frame.kindNumber(), 2),
          kind == null
              ? Phrase.of("remark.hlhv.kind.other")
              : Phrase.of("remark.literal", kind.label()),
          Phrase.of("explain.hlhv.kind." + key));
    }
    if (frame.payloadOctets() > 0) {
      addPayload(fields, frame);
    }
    return carried.layer(Layer.Kind.HLHV, NAME, frame.line(), fields);
  }

  private static void addPayload(FieldList fields, HlhvFrame frame) {
    List<JsonField> found = frame.fields();
    if (found.isEmpty()) {
      int length = (int) Math.min(frame.payloadOctets(), Integer.MAX_VALUE / 2);
      fields.add(
          "hlhv.data",
          HlhvFrame.HEADER_OCTETS,
          length,
          HttpLayer.shown(frame.payload()),
          "",
          Phrase.NONE,
          Phrase.of("explain.hlhv.data", length),
          Check.NONE,
          List.of());
    }
    for (JsonField each : found) {
      add(fields, each);
    }
  }

  private static void add(FieldList fields, JsonField field) {
    int at = HlhvFrame.HEADER_OCTETS + field.from();
    int length = field.to() - field.from();
    boolean isKnown = KNOWN.contains(field.name());
    String key = isKnown ? key(field.name()) : "hlhv.field";
    if (LISTS.contains(field.name())) {
      FieldList children = fields.inside();
      for (JsonField each : field.children()) {
        children.named(
            key + ".entry",
            each.name(),
            HlhvFrame.HEADER_OCTETS + each.from(),
            each.to() - each.from(),
            each.text(),
            each.text(),
            Phrase.NONE,
            Phrase.of("explain." + key + ".entry", each.name()),
            Check.NONE,
            List.of());
      }
      String count = Integer.toString(field.children().size());
      Phrase meaning = Phrase.of("explain." + key);
      fields.add(key, at, length, count, "", Phrase.NONE, meaning, Check.NONE, children.list());
      return;
    }
    fields.named(
        key,
        isKnown ? "" : field.name(),
        at,
        length,
        field.text(),
        field.text(),
        field.name().equals("connKind")
            ? Phrase.of("remark.hlhv.conn_kind." + (field.text().equals("1") ? "1" : "0"))
            : Phrase.NONE,
        Phrase.of("explain." + key),
        Check.NONE,
        List.of());
  }

  /// What it says, for people who do not read headers yet.
  static Phrase sentence(HlhvFrame frame, Object from, Object to) {
    HlhvKind kind = frame.kind();
    String key = kind == null ? "other" : kind.key();
    return Phrase.of("frame.hlhv." + key, from, to, frame.words(), frame.channel().name());
  }

  /// The name that a field has in the filter language: `remoteAddr` is `hlhv.remote_addr`.
  static String key(String name) {
    return "hlhv." + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
