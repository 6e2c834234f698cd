package netarium.engine.lua.lib;

/// SplitMix64 by Steele, Lea and Flood: a counter and a mix, the same on every machine.
final class SplitMix implements RandomSource {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  @Override
  public double nextFraction() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1p-53;
  }

  @Override
  public void seed(int seed) {
    state = Integer.toUnsignedLong(seed);
  }
}
