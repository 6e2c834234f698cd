package netarium.engine.run.pace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;

/// Lets simulated time pass `speed` times as fast as real time.
public final class Pace {
  /// How often the run catches up with the wall: often enough to look smooth.
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final double speed;

  /// `speed`: 1 for real time, 0.1 for ten times slower.
  public Pace(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a speed is more than 0");
    }
    this.speed = speed;
  }

  /// Runs to the end, no faster than the speed allows.
  public void run(Simulation simulation) {
    long start = System.nanoTime();
    long origin = simulation.now().nanos();
    while (!simulation.isOver()) {
      double elapsed = (System.nanoTime() - start) * speed;
      simulation.advance(new SimTime(origin + (long) elapsed));
      LockSupport.parkNanos(BEAT_NANOS);
    }
  }
}
