package netarium.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0, 0",
    "-0, -0.0",
    "10, 10",
    "' 10 ', 10",
    "+1, 1",
    ".5, 0.5",
    "5., 5",
    "1e1, 10",
    "1E+2, 100",
    "0x10, 16",
    "-0X1F, -31",
    "0x1.8p3, 12",
    "0x.8, 0.5",
    "0x8., 8",
    "0xA.8P-1, 5.25",
    "1e999, Infinity",
    "-1e999, -Infinity",
    "0x1p99999999999999999999, Infinity",
    "0x1p-99999999999999999999, 0",
    "0x0p99999999999999999999, 0",
    "0x1p-1074, 4.9E-324",
    "0x1p-1075, 0",
    "0x1.8p-1075, 4.9E-324",
    "0x3p-1075, 9.9E-324",
    "0x1.00000000000008p0, 1",
    "0x1.00000000000008000000000000000001p0, 1.0000000000000002",
    "0x1.00000000000018p0, 1.0000000000000004",
    "0xffffffffffffffffff, 4.722366482869645E21",
    "0x1.fffffffffffff8p1023, Infinity",
    "0x1.fffffffffffff7p1023, 1.7976931348623157E308",
    "9007199254740993, 9007199254740992",
    "123456789012345678901234567890, 1.2345678901234568E29"
  })
  void numerals_haveTheNearestValue(String text, double value) {
    assertEquals(value, Numerals.parse(text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "0x",
        "0xg",
        "0x.",
        "0x.p1",
        "1e",
        "1e+",
        "0x1p",
        "0x1p+",
        ".",
        "1..2",
        "1.2.3",
        "1 2",
        "- 1",
        "+-1",
        "inf",
        "nan",
        "infinity",
        "1_0",
        "1f",
        "1d",
        "0b1",
        "1\0",
        "\u00A01",
        "--1",
        "0x1.2.3",
        "1,5",
        "e5"
      })
  void otherTexts_areNoNumerals(String text) {
    assertEquals(Double.NaN, Numerals.parse(text));
  }

  @Test
  void hexadecimalText_readsBackEveryDouble() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Numerals.parse(Double.toHexString(value)));
        assertEquals(value, Numerals.parse(Double.toString(value)));
      }
    }
  }
}
