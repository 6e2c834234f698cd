package netarium.engine.codec;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// `Sun, 06 Nov 1994 08:49:37 GMT`: the one form of a date that is written (RFC 9110 §5.6.7). Read
/// are also the two of old, and that of old cookies with hyphens.
public final class HttpDate {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private HttpDate() {}

  public static String of(long epochSeconds) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSeconds, 0, ZoneOffset.UTC);
    DayOfWeek day = time.getDayOfWeek();
    return DAYS.get(day.getValue() - 1)
        + ", "
        + two(time.getDayOfMonth())
        + " "
        + MONTHS.get(time.getMonthValue() - 1)
        + " "
        + time.getYear()
        + " "
        + two(time.getHour())
        + ":"
        + two(time.getMinute())
        + ":"
        + two(time.getSecond())
        + " GMT";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /// The seconds since 1970 that a date says, whichever of its parts come in which order (RFC 6265
  /// §5.1.1); empty when it is none. Zones are taken for GMT.
  public static OptionalLong read(String text) {
    int day = -1;
    int month = -1;
    int year = -1;
    int[] clock = {-1, 0, 0};
    for (String part : text.split("[\\s,\\-]+", -1)) {
      boolean isNumber =
          !part.isEmpty() && part.length() <= 4 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (part.indexOf(':') > 0 && clock[0] < 0) {
        clock = clock(part);
      } else if (isNumber && day < 0 && part.length() <= 2) {
        day = Integer.parseInt(part);
      } else if (isNumber && year < 0) {
        year = year(part);
      } else if (month < 0 && part.length() >= 3) {
        month = MONTHS.indexOf(capital(part.substring(0, 3)));
      }
    }
    if (day < 1 || month < 0 || year < 0 || clock[0] < 0) {
      return OptionalLong.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.of(year, month + 1, day, clock[0], clock[1], clock[2]);
      return OptionalLong.of(time.toEpochSecond(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return OptionalLong.empty();
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }

  /// Two figures mean a year from 1970 to 2069.
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  /// `08:49:37`; the first is negative when it is none.
  private static int[] clock(String text) {
    String[] parts = text.split(":", -1);
    int[] clock = {-1, 0, 0};
    for (int i = 0; i < parts.length; i++) {
      boolean isNumber =
          i < 3
              && !parts[i].isEmpty()
              && parts[i].length() <= 2
              && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
      if (!isNumber) {
        return new int[] {-1, 0, 0};
      }
      clock[i] = Integer.parseInt(parts[i]);
    }
    return clock;
  }
}
