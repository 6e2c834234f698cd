package netarium.app.welcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import netarium.app.text.Texts;

/// Instants and places as people say them: today, yesterday, Mon, 12 Nov; `~/networks/campus`.
final class Dates {
  private static final int WEEK = 7;

  private final Texts texts;
  private final ZoneId zone;

  Dates(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  String day(Instant instant, Instant now) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    long days = ChronoUnit.DAYS.between(day, today);
    if (days == 0) {
      return texts.text("date.today");
    }
    if (days == 1) {
      return texts.text("date.yesterday");
    }
    boolean isThisYear = day.getYear() == today.getYear();
    String pattern = days > 1 && days < WEEK ? "EEE" : isThisYear ? "d MMM" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
  }

  /// With the time of day, for unsaved work.
  String moment(Instant instant, Instant now) {
    String time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(instant.atZone(zone));
    return texts.text("date.at", day(instant, now), time);
  }

  static String place(Path path, Path home) {
    return path.startsWith(home) && !path.equals(home)
        ? String.format(Locale.ROOT, "~/%s", home.relativize(path))
        : path.toString();
  }
}
