package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import netarium.engine.wire.Octets;

/// Collects the fields of one header while it is read from the front. Offsets given to it count
/// from the header's first octet; those it writes count from the frame's.
final class FieldList {
  private static final HexFormat HEX = HexFormat.of();

  private final List<LayerField> fields = new ArrayList<>();
  private final Octets octets;
  private final int base;

  /// `octets`: those of the layer, which begin at `base` of the frame.
  FieldList(Octets octets, int base) {
    this.octets = octets;
    this.base = base;
  }

  Octets octets() {
    return octets;
  }

  int base() {
    return base;
  }

  List<LayerField> list() {
    return fields;
  }

  /// A field whose meaning is the same everywhere: `explain.` and its key say it.
  FieldList add(String key, int at, int length, Object value) {
    return add(key, at, length, value, Phrase.NONE, Phrase.of("explain." + key));
  }

  FieldList add(String key, int at, int length, Object value, Phrase remark, Phrase explanation) {
    String text = value.toString();
    return add(key, at, length, text, text, remark, explanation, Check.NONE, List.of());
  }

  FieldList add(
      String key,
      int at,
      int length,
      String value,
      String filterValue,
      Phrase remark,
      Phrase explanation,
      Check check,
      List<LayerField> children) {
    fields.add(
        new LayerField(
            key, "", value, filterValue, remark, explanation, check, base + at, length, children));
    return this;
  }

  /// A number that people read in hexadecimal.
  FieldList hex(String key, int at, int length, int value) {
    return add(key, at, length, hex(value, 2 * length));
  }

  /// A checksum, and what it should be.
  FieldList checksum(String key, int at, int field, int right, Check check) {
    Phrase explanation =
        switch (check) {
          case RIGHT -> Phrase.of("explain." + key + ".right");
          case WRONG -> Phrase.of("explain.checksum.wrong", hex(right, 4));
          case UNTESTED, NONE -> Phrase.of("explain.checksum.untested");
        };
    Phrase remark =
        check == Check.WRONG ? Phrase.of("remark.should-be", hex(right, 4)) : Phrase.NONE;
    String text = hex(field, 4);
    return add(key, at, 2, text, text, remark, explanation, check, List.of());
  }

  /// One bit of the field that lies at `at`.
  LayerField bit(String key, int at, int length, boolean isSet) {
    return bits(key, at, length, isSet ? "1" : "0");
  }

  LayerField bits(String key, int at, int length, String value) {
    return new LayerField(
        key,
        "",
        value,
        value,
        Phrase.NONE,
        Phrase.of("explain." + key),
        Check.NONE,
        base + at,
        length,
        List.of());
  }

  static String hex(int value, int digits) {
    return "0x" + HEX.toHexDigits(value, digits);
  }
}
