package netarium.engine.tcp;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A thousand storms. Too long for every build, so its name keeps it out: `mvn -pl
/// topologies,engine test -Dtest=StormSoak -Dsurefire.failIfNoSpecifiedTests=false`.
class StormSoak {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 1000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void storm_deliversWhatWasSentOrBothEndsReport(long seed) {
    Storm.play(seed);
  }
}
