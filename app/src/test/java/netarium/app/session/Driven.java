package netarium.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import netarium.app.session.RunState.Phase;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.project.Project;

/// A transport whose wall clock is the test's, with a reader that keeps what it was handed.
public final class Driven implements AutoCloseable {
  static final long PULSE_NANOS = 16_666_667;

  public final Selection selection = new Selection();
  public final List<SimEvent> read = new ArrayList<>();
  public final Transport transport;
  private long wall = 1_000;
  private final AtomicLong slowness = new AtomicLong();
  int begun;

  public Driven(Project project) {
    transport =
        new Transport(
            () -> project,
            selection,
            each -> LiveRun.of(each, OptionalLong.empty(), () -> slowness.addAndGet(slowBy)),
            () -> 0);
    transport.read(
        new EventReader() {
          @Override
          public void begin(Topology topology) {
            begun++;
            read.clear();
          }

          @Override
          public void accept(SimEvent event) {
            read.add(event);
          }
        });
  }

  /// How much of the host's time every look at its clock takes.
  volatile long slowBy;

  public long wall() {
    return wall;
  }

  /// One frame on the screen, after the engine has done all it was told.
  public void pulse() {
    transport.liveRun().ifPresent(Driven::settle);
    wall += PULSE_NANOS;
    transport.pulse(wall);
  }

  public void pulses(int count) {
    for (int i = 0; i < count; i++) {
      pulse();
    }
  }

  public void pulseUntil(BooleanSupplier reached) {
    for (int i = 0; !reached.getAsBoolean(); i++) {
      if (i > 200_000) {
        throw new AssertionError("never reached: " + transport.state());
      }
      pulse();
    }
  }

  public void pulseUntilOver() {
    pulseUntil(() -> transport.state().phase() == Phase.OVER);
  }

  private static void settle(LiveRun run) {
    try {
      run.awaitIdle();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
