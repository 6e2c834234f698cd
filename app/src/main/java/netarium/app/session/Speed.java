package netarium.app.session;

import java.util.List;

/// How fast simulated time passes on the screen.
public enum Speed {
  /// While a frame is under way its hop takes a bit more than half a second; idle time is skipped.
  FOLLOW(0),
  THOUSANDTH(0.001),
  HUNDREDTH(0.01),
  TENTH(0.1),
  REAL(1),
  TENFOLD(10),
  HUNDREDFOLD(100),
  /// As fast as the computer can.
  MAX(Double.POSITIVE_INFINITY);

  /// From following to as fast as possible: the notches of the speed control.
  public static final List<Speed> NOTCHES = List.of(values());

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  /// The speed of that name; [#FOLLOW] where there is none.
  public static Speed named(String name) {
    return NOTCHES.stream().filter(each -> each.name().equals(name)).findFirst().orElse(FOLLOW);
  }

  /// Simulated seconds in a second of real time; 0 for [#FOLLOW], which has no fixed one.
  public double factor() {
    return factor;
  }

  /// The place among the [#NOTCHES].
  public int notch() {
    return NOTCHES.indexOf(this);
  }

  public Speed faster() {
    return NOTCHES.get(Math.min(notch() + 1, NOTCHES.size() - 1));
  }

  public Speed slower() {
    return NOTCHES.get(Math.max(notch() - 1, 0));
  }
}
