package netarium.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  @Test
  void instants_areGroupedByThree() {
    assertEquals("0.195\u2009200\u2009000", TimeText.nanos(195_200_000));
    assertEquals("61.000\u2009000\u2009007", TimeText.nanos(61_000_000_007L));
    assertEquals("0.195\u2009200", TimeText.micros(195_200_999));
    assertEquals("12.005", TimeText.millis(12_005_999_999L));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "5000000, 5 ms",
    "1480, 1.4 µs",
    "1234000000, 1.2 s",
    "250300000, 250 ms",
    "60000000000, 60 s"
  })
  void span_hasTheUnitThatSuits(long nanos, String text) {
    assertEquals(text, TimeText.span(nanos));
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 250000000", "0.195 200 000, 195200000", "12 ms, 12000000", "1.5us, 1500",
    "7ns, 7", "'0,5', 500000000", ".5, 500000000", "3., 3000000000",
    "99999999999999999999, 9223372036854775807"
  })
  void typedInstant_isRead(String typed, long nanos) {
    assertEquals(nanos, TimeText.parse(typed).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.2.3", "5 min", ".", "1e9"})
  void whatIsNoInstant_isRefused(String typed) {
    assertTrue(TimeText.parse(typed).isEmpty());
  }

  @Test
  void writtenInstant_isReadBack() {
    for (long nanos = 1; nanos < 4_000_000_000_000_000L; nanos = nanos * 7 + 3) {
      assertEquals(nanos, TimeText.parse(TimeText.nanos(nanos)).orElseThrow());
    }
  }
}
