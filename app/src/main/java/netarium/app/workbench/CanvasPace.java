package netarium.app.workbench;

import netarium.app.canvas.CanvasModel;
import netarium.app.canvas.scene.ViewState;
import netarium.app.session.Speed;
import netarium.app.session.Transport;

/// Lets what is drawn last as long as people need to see it, at whatever speed the run is watched:
/// a lost frame's burst a good second of their time, the load of a link the last two.
final class CanvasPace {
  private static final double LINGER_NANOS = 1.2e9;
  private static final double LOAD_NANOS = 2e9;
  private static final long LEAST_NANOS = 1_000;

  private final CanvasModel canvas;
  private Speed paced = Speed.FOLLOW;

  private CanvasPace(CanvasModel canvas) {
    this.canvas = canvas;
  }

  static void install(CanvasModel canvas, Transport transport) {
    CanvasPace pace = new CanvasPace(canvas);
    transport.listen(() -> pace.follow(transport.speed()));
  }

  private void follow(Speed speed) {
    if (speed != paced) {
      paced = speed;
      canvas.pace(
          simulated(LINGER_NANOS, speed, ViewState.PLAIN.lingerNanos()),
          simulated(LOAD_NANOS, speed, ViewState.PLAIN.loadNanos()));
    }
  }

  /// So much wall time in simulated time; `usual` where a speed has no fixed measure.
  private static long simulated(double wallNanos, Speed speed, long usual) {
    return switch (speed) {
      case FOLLOW -> usual;
      case MAX -> simulated(wallNanos, Speed.HUNDREDFOLD, usual);
      case THOUSANDTH, HUNDREDTH, TENTH, REAL, TENFOLD, HUNDREDFOLD ->
          Math.max(LEAST_NANOS, Math.round(wallNanos * speed.factor()));
    };
  }
}
