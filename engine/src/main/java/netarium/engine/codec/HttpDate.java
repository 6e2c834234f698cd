package netarium.engine.codec;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// `Sun, 06 Nov 1994 08:49:37 GMT`: the one form of a date that is written (RFC 9110 §5.6.7).
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
}
