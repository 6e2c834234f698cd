package netarium.engine.lua.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloatFormatTest {
  @Test
  void seventeenDigits_readBackAsTheSameNumber() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (value > 0 && value <= Double.MAX_VALUE) {
        assertEquals(value, Double.parseDouble(FloatFormat.scientific(value, 16, false)));
      }
    }
  }

  @Test
  void digits_areThoseOfTheExactValue() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextInt(1, 1 << 20) / (double) (1 << random.nextInt(24));
      int places = random.nextInt(12);
      BigDecimal exact = new BigDecimal(value);
      assertEquals(
          exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString(),
          FloatFormat.fixed(value, places, false));
      int count = random.nextInt(1, 17);
      DecimalDigits digits = DecimalDigits.significant(value, count);
      assertEquals(
          0,
          exact
              .round(new MathContext(count, RoundingMode.HALF_EVEN))
              .compareTo(new BigDecimal("0." + digits.digits()).scaleByPowerOfTen(digits.point())));
    }
  }

  @Test
  void ties_goToTheEvenDigit() {
    assertEquals("0", FloatFormat.fixed(0.5, 0, false));
    assertEquals("2", FloatFormat.fixed(1.5, 0, false));
    assertEquals("2", FloatFormat.fixed(2.5, 0, false));
    assertEquals("0.12", FloatFormat.fixed(0.125, 2, false));
    assertEquals("0.38", FloatFormat.fixed(0.375, 2, false));
    assertEquals("1.00", FloatFormat.fixed(1.005, 2, false));
    assertEquals("10.00", FloatFormat.fixed(9.999, 2, false));
    assertEquals("1.00", FloatFormat.fixed(0.999, 2, false));
  }

  @Test
  void nan_isAlwaysNegative() {
    assertEquals("-nan", LuaNumbers.text(Double.NaN));
    assertEquals("-nan", LuaNumbers.text(Double.longBitsToDouble(0xFFF8000000000000L)));
  }
}
