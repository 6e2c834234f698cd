package netarium.topologies.json;

/// How much JSON one file may hold. Far above any topology a person draws, far below what would
/// hurt the machine that opens it.
public record JsonLimits(
    int documentOctets, int nesting, int textChars, int numberChars, int nameChars, int tokens) {
  public static final JsonLimits TOPOLOGY =
      new JsonLimits(8 << 20, 40, 1 << 20, 100, 1_000, 500_000);
}
