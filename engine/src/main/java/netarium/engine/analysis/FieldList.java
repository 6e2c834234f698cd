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
  private final Sight sight;

  /// Which octets of the frame may belong to a field. Of a message that came in several segments
  /// only some are in this frame; fields that lie elsewhere are left out, or have no octets here.
  record Sight(int from, int to, boolean showsAll) {
    static final Sight WHOLE = new Sight(Integer.MIN_VALUE, Integer.MAX_VALUE, true);
  }

  /// `octets`: those of the layer, which begin at `base` of the frame.
  FieldList(Octets octets, int base) {
    this(octets, base, Sight.WHOLE);
  }

  /// `base` may be in front of the frame, where an earlier segment carried the beginning.
  FieldList(Octets octets, int base, Sight sight) {
    this.octets = octets;
    this.base = base;
    this.sight = sight;
  }

  /// For the children of a field of this list.
  FieldList inside() {
    return new FieldList(octets, base, sight);
  }

  /// For the children of a field, whose offsets count from octet `by` of this list's.
  FieldList movedBy(int by) {
    return new FieldList(octets, base + by, sight);
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
    return named(key, "", at, length, value, filterValue, remark, explanation, check, children);
  }

  /// A field that the frame itself gives a name to.
  FieldList named(
      String key,
      String label,
      int at,
      int length,
      String value,
      String filterValue,
      Phrase remark,
      Phrase explanation,
      Check check,
      List<LayerField> children) {
    int from = Math.clamp((long) base + at, sight.from, sight.to);
    int to = Math.clamp((long) base + at + length, sight.from, sight.to);
    boolean isElsewhere = from == to && length > 0;
    if (isElsewhere && !sight.showsAll) {
      return this;
    }
    Phrase shown = isElsewhere && remark.isEmpty() ? Phrase.of("remark.elsewhere") : remark;
    fields.add(
        new LayerField(
            key, label, value, filterValue, shown, explanation, check, from, to - from, children));
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
