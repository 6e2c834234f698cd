package netarium.engine.lua.lib;

/// Where `math.random` draws from: one stream per simulated computer, so that processes share it.
public interface RandomSource {
  /// At least 0, less than 1.
  double nextFraction();

  /// `math.randomseed`: the same seed gives the same numbers again.
  void seed(int seed);

  /// A stream of its own, the 64-bit mix of a counter (SplitMix64).
  static RandomSource of(long seed) {
    return new SplitMix(seed);
  }
}
