package netarium.engine.wire;

/// A named stretch of octets, for the inspector and for saying where octets are bad.
public record Field(String name, int offset, int length) {
  /// How every field is called whose mismatch means "damaged on the way", not "badly made".
  static final String CHECKSUM = "checksum";

  /// Whether a payload's `trouble` is about a checksum.
  static boolean isChecksumTrouble(String trouble) {
    return trouble.startsWith(CHECKSUM);
  }
}
