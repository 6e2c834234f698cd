package netarium.app.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;

/// Simulated time as the window writes it: seconds with a point, digits in groups of three.
public final class TimeText {
  /// A thin space: groups stay together when they are copied.
  private static final char GAP = '\u2009';

  private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private TimeText() {}

  /// `0.195 200 000`: to the nanosecond.
  public static String nanos(long nanos) {
    String digits = digits(nanos);
    int point = digits.length() - 9;
    return micros(nanos) + GAP + digits.substring(point + 6);
  }

  /// `0.195 200`: to the microsecond, as lists show it.
  public static String micros(long nanos) {
    String digits = digits(nanos);
    int point = digits.length() - 9;
    return millis(nanos) + GAP + digits.substring(point + 3, point + 6);
  }

  /// `0.195`: to the millisecond.
  public static String millis(long nanos) {
    String digits = digits(nanos);
    int point = digits.length() - 9;
    return digits.substring(0, point) + "." + digits.substring(point, point + 3);
  }

  private static String digits(long nanos) {
    return String.format(Locale.ROOT, "%010d", nanos);
  }

  /// A length of time with the unit that suits it: `5 ms`, `1.2 s`.
  public static String span(long nanos) {
    if (nanos >= 1_000_000_000) {
      return amount(nanos, 1_000_000_000, "s");
    }
    if (nanos >= 1_000_000) {
      return amount(nanos, 1_000_000, "ms");
    }
    return nanos >= 1_000 ? amount(nanos, 1_000, "µs") : nanos + " ns";
  }

  private static String amount(long nanos, long unit, String name) {
    long tenths = nanos / (unit / 10);
    String whole = Long.toString(tenths / 10);
    return (tenths % 10 == 0 || tenths >= 1_000 ? whole : whole + "." + tenths % 10) + " " + name;
  }

  /// An instant as somebody types it: seconds, or with one of the units `s`, `ms`, `us`, `µs`,
  /// `ns`; spaces between digits do not matter, and a comma is a point.
  public static OptionalLong parse(String typed) {
    String text = typed.replaceAll("[\\s\u2009\u00a0]", "").replace(',', '.');
    String unit = text.replaceFirst("^[0-9.]*", "");
    String number = text.substring(0, text.length() - unit.length());
    int power =
        switch (unit) {
          case "", "s" -> 9;
          case "ms" -> 6;
          case "us", "µs", "μs" -> 3;
          case "ns" -> 0;
          default -> -1;
        };
    if (power < 0 || number.length() > 30 || !number.matches("[0-9]+\\.?[0-9]*|\\.[0-9]+")) {
      return OptionalLong.empty();
    }
    BigDecimal nanos = new BigDecimal(number).movePointRight(power);
    return OptionalLong.of(nanos.min(LATEST).longValue());
  }
}
