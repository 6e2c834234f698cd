package netarium.app.packets;

/// Instants as people read them: seconds, a point, groups of three digits.
public final class TimeText {
  /// Between groups; no line breaks there.
  private static final char GAP = '\u00a0';

  private TimeText() {}

  /// To the microsecond, as lists show it: `0.185 738`.
  public static String micros(long nanos) {
    return text(nanos, 2);
  }

  /// To the nanosecond: `0.185 738 012`.
  public static String nanos(long nanos) {
    return text(nanos, 3);
  }

  private static String text(long nanos, int groups) {
    long seconds = nanos / 1_000_000_000;
    long rest = nanos % 1_000_000_000;
    StringBuilder text = new StringBuilder(20).append(seconds).append('.');
    long divisor = 1_000_000;
    for (int i = 0; i < groups; i++) {
      if (i > 0) {
        text.append(GAP);
      }
      int group = (int) (rest / divisor % 1000);
      text.append((char) ('0' + group / 100));
      text.append((char) ('0' + group / 10 % 10));
      text.append((char) ('0' + group % 10));
      divisor /= 1000;
    }
    return text.toString();
  }
}
