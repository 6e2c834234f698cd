package netarium.engine.analysis;

import java.util.List;

/// One field of a layer and the octets in which it stands.
///
/// `key` is the name by which Wireshark's display filters know the field, and under which an
/// application keeps its label; `label` is what the frame itself calls it, for the header fields of
/// HTTP, else empty. `value` is what to show, `filterValue` the same as the filter language writes
/// it, empty when it cannot be asked for. `remark` stands beside the value, `explanation` says in a
/// sentence what the field means here.
///
/// Invariant: children that stand for bits have the octets of their parent; others lie within it
/// and beside each other.
public record LayerField(
    String key,
    String label,
    String value,
    String filterValue,
    Phrase remark,
    Phrase explanation,
    Check check,
    int offset,
    int length,
    List<LayerField> children) {
  public LayerField {
    children = List.copyOf(children);
  }

  /// The octet after the last.
  public int end() {
    return offset + length;
  }

  public boolean holds(int octet) {
    return octet >= offset && octet < end();
  }
}
