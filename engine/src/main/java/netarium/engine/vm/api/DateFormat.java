package netarium.engine.vm.api;

import java.util.Optional;

/// C's `strftime` in the C locale, with the conversions Lua 5.2 lets through.
final class DateFormat {
  private static final String PLAIN = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%";
  private static final String AFTER_E = "cCxXyY";
  private static final String AFTER_O = "deHImMSuUVwWy";
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };
  private static final String[] MONTHS = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"
  };

  private final CivilTime time;
  private final String zone;

  /// @param zone what `%Z` says: `GMT` for `!` formats, `UTC` for the machine's own zone
  DateFormat(CivilTime time, String zone) {
    this.time = time;
    this.zone = zone;
  }

  /// How many characters after the `%` at `at` are a conversion; empty if it is none.
  static Optional<Integer> conversionLength(String format, int at) {
    int first = at + 1;
    if (first == format.length()) {
      return Optional.empty();
    }
    if (PLAIN.indexOf(format.charAt(first)) >= 0) {
      return Optional.of(1);
    }
    String letters =
        switch (format.charAt(first)) {
          case 'E' -> AFTER_E;
          case 'O' -> AFTER_O;
          default -> "";
        };
    int second = first + 1;
    boolean isKnown = second < format.length() && letters.indexOf(format.charAt(second)) >= 0;
    return isKnown ? Optional.of(2) : Optional.empty();
  }

  /// The text of one conversion, by its last letter.
  String text(char letter) {
    return switch (letter) {
      case 'a' -> DAYS[time.weekday()].substring(0, 3);
      case 'A' -> DAYS[time.weekday()];
      case 'b', 'h' -> MONTHS[time.month() - 1].substring(0, 3);
      case 'B' -> MONTHS[time.month() - 1];
      case 'c' -> all("a b e T Y");
      case 'D', 'x' -> all("m/d/y");
      case 'F' -> all("Y-m-d");
      case 'r' -> all("I:M:S p");
      case 'R' -> all("H:M");
      case 'T', 'X' -> all("H:M:S");
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      case 'p' -> time.hour() < 12 ? "AM" : "PM";
      case 'z' -> "+0000";
      case 'Z' -> zone;
      case 'e' -> (time.day() < 10 ? " " : "") + time.day();
      default -> number(letter);
    };
  }

  private String number(char letter) {
    return switch (letter) {
      case 'Y' -> Long.toString(time.year());
      case 'G' -> Long.toString(time.isoYear());
      case 'C' -> Long.toString(Math.floorDiv(time.year(), 100L));
      case 'y' -> padded(Math.floorMod(time.year(), 100L), 2);
      case 'g' -> padded(Math.floorMod(time.isoYear(), 100L), 2);
      case 'm' -> padded(time.month(), 2);
      case 'd' -> padded(time.day(), 2);
      case 'H' -> padded(time.hour(), 2);
      case 'I' -> padded((time.hour() + 11) % 12 + 1L, 2);
      case 'M' -> padded(time.minute(), 2);
      case 'S' -> padded(time.second(), 2);
      case 'j' -> padded(time.yearDay() + 1L, 3);
      case 'u' -> Integer.toString((time.weekday() + 6) % 7 + 1);
      case 'w' -> Integer.toString(time.weekday());
      case 'U' -> padded(time.week(0), 2);
      case 'W' -> padded(time.week(1), 2);
      case 'V' -> padded(time.isoWeek(), 2);
      default -> throw new IllegalStateException("unchecked date conversion %" + letter);
    };
  }

  /// Several conversions: letters are converted, everything else stands for itself.
  private String all(String letters) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      out.append(Character.isLetter(c) ? text(c) : String.valueOf(c));
    }
    return out.toString();
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
