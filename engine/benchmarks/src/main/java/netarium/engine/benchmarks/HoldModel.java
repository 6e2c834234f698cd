package netarium.engine.benchmarks;

import netarium.engine.sim.Event;

/// The hold model: so and so many events are pending, and each that fires schedules the next.
///
/// The handlers are of four classes, so that the call of a handler is as hard to predict as in a
/// simulation.
final class HoldModel {
  private final Schedule schedule;
  private final Delays delays;
  private long random = 88172645463325252L;
  private long fired;

  /// Somebody who knows the time and how to schedule: the simulator, or a plain heap.
  interface Schedule {
    long now();

    void at(long nanos, Event event);
  }

  HoldModel(Schedule schedule, Delays delays) {
    this.schedule = schedule;
    this.delays = delays;
  }

  void fill(int pending) {
    for (int i = 0; i < pending; i++) {
      Event event =
          switch (i & 3) {
            case 0 -> new First();
            case 1 -> new Second();
            case 2 -> new Third();
            default -> new Fourth();
          };
      next(event);
    }
  }

  long fired() {
    return fired;
  }

  private void next(Event event) {
    schedule.at(schedule.now() + delays.nanos(draw()), event);
  }

  /// Marsaglia's xorshift, as cheap as can be.
  private long draw() {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return random;
  }

  private final class First implements Event {
    @Override
    public void fire() {
      fired++;
      next(this);
    }
  }

  private final class Second implements Event {
    @Override
    public void fire() {
      fired += 1;
      next(this);
    }
  }

  private final class Third implements Event {
    @Override
    public void fire() {
      next(this);
      fired++;
    }
  }

  private final class Fourth implements Event {
    @Override
    public void fire() {
      next(this);
      fired += 1;
    }
  }
}
