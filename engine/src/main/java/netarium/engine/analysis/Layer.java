package netarium.engine.analysis;

import java.util.List;
import java.util.Optional;

/// One protocol's part of a frame: `offset` and `length` are those of its header, or of all its
/// octets where nothing is carried inside.
///
/// `name` is the protocol's, as people call it; `summary` the line beside it: from where to where.
/// `isDecrypted`: on the wire its octets are encrypted, and it is read with the run's key log; its
/// fields stand on the octets that carry them.
public record Layer(
    Kind kind,
    String name,
    String summary,
    int offset,
    int length,
    List<LayerField> fields,
    boolean isDecrypted) {
  /// Which part it is.
  public enum Kind {
    ETHERNET,
    ARP,
    IPV4,
    ICMP,
    UDP,
    TCP,
    HTTP,
    WEB_SOCKET,
    SOCKS,
    DNS,
    TLS,
    HLHV,
    /// Octets nobody here reads.
    DATA,
    /// Octets that cannot be read, and why.
    MALFORMED,
    /// The zeros that make a short frame long enough.
    PADDING
  }

  public Layer {
    fields = List.copyOf(fields);
  }

  public Layer(
      Kind kind, String name, String summary, int offset, int length, List<LayerField> fields) {
    this(kind, name, summary, offset, length, fields, false);
  }

  /// The same, of what is encrypted on the wire.
  Layer decrypted() {
    return new Layer(kind, name, summary, offset, length, fields, true);
  }

  public int end() {
    return offset + length;
  }

  public boolean holds(int octet) {
    return octet >= offset && octet < end();
  }

  /// The field with this key, at any depth.
  public Optional<LayerField> field(String key) {
    return find(fields, key);
  }

  private static Optional<LayerField> find(List<LayerField> among, String key) {
    for (LayerField each : among) {
      if (each.key().equals(key)) {
        return Optional.of(each);
      }
      Optional<LayerField> inside = find(each.children(), key);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
