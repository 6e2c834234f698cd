package netarium.engine.tcp;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What arrives is what was sent, or both ends say so; after the storm nothing is stuck.
class StormTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void storm_deliversWhatWasSentOrBothEndsReport(long seed) {
    Storm.play(seed);
  }
}
