package netarium.app.timeline;

import netarium.app.text.TimeText;

/// Which instant lies at which pixel.
///
/// @param startNanos the instant at pixel 0; may be a little before the run, for room
/// @param nanosPerPixel how much time one pixel is
record TimeScale(double startNanos, double nanosPerPixel) {
  private static final double FINEST = 0.5;
  private static final double COARSEST = 1e9;
  private static final double LEAST_TICK_PIXELS = 96;

  /// Pixels left free before the first instant.
  private static final double ROOM = 8;

  /// Shows everything from the start of the run up to `end` in so many pixels.
  static TimeScale fitting(long end, double width) {
    double room = Math.max(1, width - 2 * ROOM);
    double perPixel = Math.clamp(end / room, FINEST, COARSEST);
    return new TimeScale(-ROOM * perPixel, perPixel);
  }

  double x(long nanos) {
    return x((double) nanos);
  }

  double x(double nanos) {
    return (nanos - startNanos) / nanosPerPixel;
  }

  /// The instant at a pixel; never before the start of the run.
  long instant(double x) {
    return Math.max(0, Math.round(startNanos + x * nanosPerPixel));
  }

  /// `factor` times as much time in each pixel, the instant at `x` staying where it is.
  TimeScale zoomed(double x, double factor) {
    double perPixel = Math.clamp(nanosPerPixel * factor, FINEST, COARSEST);
    return new TimeScale(startNanos + x * (nanosPerPixel - perPixel), perPixel).bounded();
  }

  TimeScale moved(double pixels) {
    return new TimeScale(startNanos + pixels * nanosPerPixel, nanosPerPixel).bounded();
  }

  private TimeScale bounded() {
    return new TimeScale(Math.max(startNanos, -ROOM * nanosPerPixel), nanosPerPixel);
  }

  /// The time between two labels of the ruler: 1, 2 or 5 times a power of ten nanoseconds.
  long tickNanos() {
    double least = LEAST_TICK_PIXELS * nanosPerPixel;
    long power = 1;
    while (power * 10 <= least && power < 100_000_000_000L) {
      power *= 10;
    }
    for (long times : new long[] {1, 2, 5}) {
      if (power * times >= least) {
        return power * times;
      }
    }
    return power * 10;
  }

  /// How the ruler writes an instant: with as many digits as its steps need.
  String label(long nanos) {
    long tick = tickNanos();
    if (tick % 1_000_000 == 0) {
      return TimeText.millis(nanos);
    }
    return tick % 1_000 == 0 ? TimeText.micros(nanos) : TimeText.nanos(nanos);
  }
}
