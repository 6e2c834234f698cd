package netarium.engine.lua;

import java.util.ArrayList;
import java.util.List;

/// The memory of one simulated computer: what its machines hold and may hold.
///
/// Every object is charged before it is made. When the charge since the last count exceeds max(256
/// KiB, live), a {@link Marker} walks the roots of all machines and sets `live` anew; only what is
/// over the limit after a count is refused. So figures depend on the program alone, never on the
/// collector of the JVM.
///
/// Near the limit counts come often, and each costs the running program as many units as there are
/// objects: it gets slow in simulated time, and cannot make the simulation slow.
public final class MemoryAccount {
  private static final long LEAST_PAUSE_OCTETS = 256 * 1024;

  private final long limit;
  private final List<LuaMachine> machines = new ArrayList<>();
  private long live;

  /// Headroom right after the last count; what is missing from it was charged since.
  private long granted;

  /// Octets that may be charged until somebody has to look.
  private long headroom;

  /// Marks of the last count; every count has a number of its own.
  private int epoch;

  private boolean isCountDue;
  private boolean isLenient;

  /// `collectgarbage("stop")`: garbage may pile up as far as the limit allows.
  boolean isStopped;

  /// An account with a limit in octets.
  public MemoryAccount(long limitOctets) {
    limit = limitOctets;
    grant();
  }

  /// An account that only the JVM's heap limits.
  public static MemoryAccount unlimited() {
    return new MemoryAccount(Long.MAX_VALUE / 4);
  }

  void register(LuaMachine machine) {
    machines.add(machine);
  }

  /// Lets the objects of an ended process go.
  public void unregister(LuaMachine machine) {
    machines.remove(machine);
  }

  /// Charges for an object about to be made; raises `not enough memory` if it does not fit.
  public void charge(long octets) {
    headroom -= octets;
    if (headroom < 0) {
      look(octets);
    }
  }

  /// Until it is taken back, charges are written down and refused to nobody: for what a program
  /// cannot know that it makes.
  void beLenient(boolean isLenient) {
    this.isLenient = isLenient;
  }

  /// Counts now.
  void collect() {
    count(true);
  }

  private void look(long octets) {
    if (isLenient) {
      return;
    }
    headroom += octets;
    if (isStopped && live + granted + octets + LEAST_PAUSE_OCTETS <= limit) {
      granted += LEAST_PAUSE_OCTETS + octets;
      headroom += LEAST_PAUSE_OCTETS;
      return;
    }
    count(false);
    if (live + octets > limit) {
      throw new LuaError(LuaMachine.NOT_ENOUGH_MEMORY);
    }
    headroom -= octets;
  }

  /// Room until the next count.
  private void grant() {
    granted = Math.max(0, Math.min(Math.max(LEAST_PAUSE_OCTETS, live), limit - live));
    headroom = granted;
  }

  /// Raises `not enough memory` unless so much fits below the limit, if need be after a count. For
  /// what is to be refused before it begins, such as a new process.
  public void requireRoom(long octets) {
    if (used() + octets > limit) {
      count(false);
      if (live + octets > limit) {
        throw new LuaError(LuaMachine.NOT_ENOUGH_MEMORY);
      }
    }
  }

  /// Counts what is alive. With `atRest` no Java code holds a value that is on no stack, so that
  /// weak entries may go.
  void count(boolean atRest) {
    Marker marker = new Marker(++epoch, atRest);
    for (LuaMachine machine : machines) {
      marker.markMachine(machine);
    }
    marker.finish(machines);
    live = marker.octets();
    grant();
    isCountDue = !atRest && marker.sawWork();
    if (isCountDue) {
      for (LuaMachine machine : machines) {
        machine.isCareDue = true;
      }
    }
    for (LuaMachine machine : machines) {
      if (machine.isRunning()) {
        machine.charge(marker.objects() * 32L);
      }
    }
  }

  /// Between two instructions: makes up for a count that could not clear weak entries.
  void countIfDue() {
    if (isCountDue) {
      count(true);
    }
  }

  /// Octets in use, garbage since the last count included: `collectgarbage("count")`.
  public long used() {
    return live + granted - headroom;
  }

  /// Octets alive at the last count.
  public long live() {
    return live;
  }

  /// The limit in octets.
  public long limit() {
    return limit;
  }
}
