package netarium.engine.wire;

/// Mixing of 64-bit words into a digest: fast, the same on every machine, not cryptographic.
public final class Digest {
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

  private Digest() {}

  public static long start(long seed) {
    return seed * MULTIPLIER + 0x2545f4914f6cdd1dL;
  }

  public static long mix(long state, long word) {
    long product = (state ^ word) * MULTIPLIER;
    return product ^ (product >>> 29);
  }

  /// Spreads the last word over all bits (the finaliser of SplitMix64).
  public static long finish(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// The digest of a text, by its UTF-16 units.
  public static long of(String text) {
    long state = start(text.length());
    for (int i = 0; i < text.length(); i++) {
      state = mix(state, text.charAt(i));
    }
    return finish(state);
  }
}
