package netarium.engine.lua;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import netarium.engine.syntax.Numerals;
import org.jspecify.annotations.Nullable;

/// Numbers to text and back, as `%.14g` and `lua_str2number` do.
public final class LuaNumberText {
  private static final MathContext FOURTEEN = new MathContext(14, RoundingMode.HALF_EVEN);

  private LuaNumberText() {}

  /// `tostring` of a number.
  public static Str toStr(double v) {
    return Str.latin1(toText(v));
  }

  /// `tostring` of a number, as Java text.
  public static String toText(double v) {
    long whole = (long) v;
    if (whole == v && Math.abs(whole) < 100_000_000_000_000L) {
      return whole == 0 && 1 / v < 0 ? "-0" : Long.toString(whole);
    }
    if (Double.isNaN(v)) {
      return Double.doubleToRawLongBits(v) < 0 ? "-nan" : "nan";
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? "inf" : "-inf";
    }
    BigDecimal d = new BigDecimal(v).round(FOURTEEN).stripTrailingZeros();
    int exponent = d.precision() - d.scale() - 1;
    if (exponent >= -4 && exponent < 14) {
      return d.toPlainString();
    }
    String digits = d.unscaledValue().abs().toString();
    StringBuilder out = new StringBuilder(v < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append('e').append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return out.append(size < 10 ? "0" : "").append(size).toString();
  }

  /// The number a string reads as, spaces around it allowed, or null.
  public static @Nullable Num parse(Str s) {
    double v = Numerals.parse(s.bytes, s.offset, s.offset + s.length);
    return Double.isNaN(v) ? null : new Num(v);
  }
}
