package netarium.app.session;

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

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  /// Simulated seconds in a second of real time; 0 for [#FOLLOW], which has no fixed one.
  public double factor() {
    return factor;
  }

  public Speed faster() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  public Speed slower() {
    return values()[Math.max(ordinal() - 1, 0)];
  }
}
