package netarium.topologies.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Quantities as people write them: what they mean, and their shortest form.
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0s",
    "5ms, 5000000, 5ms",
    "100ns, 100, 100ns",
    "1.5s, 1500000000, 1.5s",
    "2min, 120000000000, 2min",
    "60s, 60000000000, 60s",
    "90min, 5400000000000, 1.5h",
    "1h, 3600000000000, 1h",
    "0.001ms, 1000, 1us",
    "3 µs, 3000, 3us",
    "16.666667ms, 16666667, 16666667ns",
    "1d, 86400000000000, 1d",
    "1500us, 1500000, 1.5ms",
    "007s, 7000000000, 7s"
  })
  void duration(String text, long nanos, String shortest) {
    assertEquals(new TimeSpan(nanos), TimeSpan.parse(text).orThrow());
    assertEquals(shortest, new TimeSpan(nanos).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "64kbit/s, 64000, 64kbit/s", "10Mbit/s, 10000000, 10Mbit/s", "1Gbit/s, 1000000000, 1Gbit/s",
    "1500kbit/s, 1500000, 1.5Mbit/s", "9600bit/s, 9600, 9.6kbit/s",
        "2.5Gbps, 2500000000, 2.5Gbit/s",
    "1234567bit/s, 1234567, 1234567bit/s"
  })
  void rate(String text, long bits, String shortest) {
    assertEquals(new Rate(bits), Rate.parse(text).orThrow());
    assertEquals(shortest, new Rate(bits).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "64KiB, 65536, 64KiB", "8MiB, 8388608, 8MiB", "1500, 1500, 1500", "1500B, 1500, 1500",
    "1kB, 1000, 1000", "0.5KiB, 512, 512", "2GiB, 2147483648, 2GiB", "1024MiB, 1073741824, 1GiB"
  })
  void size(String text, long octets, String shortest) {
    assertEquals(new Octets(octets), Octets.parse(text).orThrow());
    assertEquals(shortest, new Octets(octets).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1%, 10000000, 1%", "0.01, 10000000, 1%", "100%, 1000000000, 100%", "1, 1000000000, 100%",
    "0, 0, 0%", "0.0000001%, 1, 0.0000001%", "1e-3, 1000000, 0.1%", "33.3 %, 333000000, 33.3%"
  })
  void probability(String text, int perBillion, String shortest) {
    assertEquals(new Probability(perBillion), Probability.parse(text).orThrow());
    assertEquals(shortest, new Probability(perBillion).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5",
        "ms",
        "5 m s",
        "-5ms",
        "5e3ms",
        "0x5ms",
        "5ms ",
        "١ms",
        "1..5s",
        ".5s",
        "5.s",
        "0.1ns",
        "4000d",
        "9999999999999999999999999999s",
        "NaNs",
        "5MS"
      })
  void badDuration_isAValue(String text) {
    assertInstanceOf(Parsed.Bad.class, TimeSpan.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "1.5", "101%", "-1%", "1e9", "NaN", "1%%", "0.00000000001", "a"})
  void badProbability_isAValue(String text) {
    assertInstanceOf(Parsed.Bad.class, Probability.parse(text));
  }

  @Test
  void everyQuantity_readsBackFromItsShortestForm() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      long any = random.nextLong(1L << random.nextInt(1, 47)) + 1;
      readsBack(new TimeSpan(any), TimeSpan::parse);
      readsBack(new Rate(Math.min(any, 100_000_000_000_000L)), Rate::parse);
      readsBack(new Octets(Math.min(any, 1L << 40)), Octets::parse);
      readsBack(new Probability(random.nextInt(1_000_000_001)), Probability::parse);
      readsBack(new TimeSpan(any / 1_000_000 * 1_000_000), TimeSpan::parse);
    }
  }

  private static <T> void readsBack(T value, Function<String, Parsed<T>> parse) {
    assertEquals(value, parse.apply(value.toString()).orThrow(), value.toString());
  }
}
