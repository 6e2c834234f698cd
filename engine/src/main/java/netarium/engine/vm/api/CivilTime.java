package netarium.engine.vm.api;

/// An instant broken down into calendar fields, as C's `struct tm` in UTC, by the proleptic
/// Gregorian calendar without leap seconds.
///
/// @param month 1 … 12
/// @param weekday 0 = Sunday
/// @param yearDay 0 = the first of January
record CivilTime(
    long year, int month, int day, int hour, int minute, int second, int weekday, int yearDay) {
  private static final int DAY_SECONDS = 86_400;
  private static final int CYCLE_DAYS = 146_097;
  private static final int DAYS_TO_1970 = 719_468;

  /// Breaks seconds since 1970 down.
  static CivilTime of(long seconds) {
    long days = Math.floorDiv(seconds, DAY_SECONDS);
    int rest = (int) Math.floorMod(seconds, (long) DAY_SECONDS);
    // Years begin in March here, so that the leap day is the last of its year.
    long shifted = days + DAYS_TO_1970;
    long cycle = Math.floorDiv(shifted, CYCLE_DAYS);
    int inCycle = (int) Math.floorMod(shifted, (long) CYCLE_DAYS);
    int yearInCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365;
    int dayOfYear = inCycle - (365 * yearInCycle + yearInCycle / 4 - yearInCycle / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = yearInCycle + cycle * 400 + (month <= 2 ? 1 : 0);
    int yearDay = (int) (days - daysSince1970(year, 1, 1));
    int weekday = (int) Math.floorMod(days + 4, 7L);
    return new CivilTime(
        year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, yearDay);
  }

  /// Seconds since 1970 of fields that may lie outside their ranges, as C's `mktime`.
  static long seconds(long year, long month, long day, long hour, long minute, long second) {
    long months = month - 1;
    long realYear = year + Math.floorDiv(months, 12);
    int realMonth = (int) Math.floorMod(months, 12L) + 1;
    long days = daysSince1970(realYear, realMonth, 1) + day - 1;
    return ((days * 24 + hour) * 60 + minute) * 60 + second;
  }

  private static long daysSince1970(long year, int month, int day) {
    long y = month <= 2 ? year - 1 : year;
    long cycle = Math.floorDiv(y, 400L);
    long yearInCycle = Math.floorMod(y, 400L);
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long inCycle = yearInCycle * 365 + yearInCycle / 4 - yearInCycle / 100 + dayOfYear;
    return cycle * CYCLE_DAYS + inCycle - DAYS_TO_1970;
  }

  /// Week of the year when weeks start at `firstWeekday`; days before the first one are week 0.
  int week(int firstWeekday) {
    int sinceWeekStart = Math.floorMod(weekday - firstWeekday, 7);
    return (yearDay + 7 - sinceWeekStart) / 7;
  }

  /// Week of the ISO 8601 year: the one with the year's first Thursday is week 1.
  int isoWeek() {
    return thursday().yearDay / 7 + 1;
  }

  /// The year the ISO 8601 week belongs to.
  long isoYear() {
    return thursday().year;
  }

  /// The Thursday of this day's week, weeks starting on Monday.
  private CivilTime thursday() {
    int sinceMonday = Math.floorMod(weekday - 1, 7);
    return of(seconds(year, month, day + 3L - sinceMonday, 0, 0, 0));
  }
}
