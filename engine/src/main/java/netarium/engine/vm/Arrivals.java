package netarium.engine.vm;

import java.util.function.Supplier;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import org.jspecify.annotations.Nullable;

/// What makes polling loops both cheap and prompt.
///
/// A poll with something to give returns it at once. A vain one returns nil at once if anything
/// arrived for the process, or any of its polls succeeded, since the last vain poll of the same
/// source: the loop may have to look at its other sources. Otherwise the task waits for the next
/// arrival, or for the next sixtieth of a second counted from the start of the process. Tasks that
/// [poll at once][Task#pollsAtOnce] never wait.
public final class Arrivals {
  /// The grid on which a vain poll ends: a sixtieth of a second in nanoseconds.
  public static final long TICK_NANOS = 16_666_667;

  private static final LuaValue[] NOTHING = {Nil.NIL};

  private final Simulator simulator;
  private final Process process;
  private final WaitQueue pollers = new WaitQueue();
  private final Timer tick;
  private final SimTime start;
  private long count;

  Arrivals(Simulator simulator, Process process) {
    this.simulator = simulator;
    this.process = process;
    this.start = simulator.now();
    this.tick = simulator.housekeepingTimer(pollers::wakeAll);
  }

  /// One thing that can be polled. It remembers when it was last polled in vain.
  public final class Source {
    private final Completion take;
    private final Supplier<LuaValue[]> vain;
    private long countAtVainPoll = count;

    private Supplier<Awaited> awaited = Awaited.UNDESCRIBED;

    private Source(Completion take, Supplier<LuaValue[]> vain) {
      this.take = take;
      this.vain = vain;
    }

    /// With what people are told a task waits for that polls it in vain.
    public Source saying(Supplier<Awaited> what) {
      awaited = what;
      return this;
    }

    /// The results of a poll, or null if the task has to wait: then it is parked already.
    public LuaValue @Nullable [] poll() {
      LuaValue[] taken = take.attempt();
      if (taken != null) {
        count++;
        return taken;
      }
      if (mayAnswerAtOnce()) {
        return vain.get();
      }
      parkPoller();
      return null;
    }

    /// Whether a vain poll may say so at once; then it counts as one.
    boolean mayAnswerAtOnce() {
      boolean may = countAtVainPoll != count || process.vm().cpu().running().pollsAtOnce();
      countAtVainPoll = count;
      return may;
    }

    /// Parks the running task until something arrives or the tick comes.
    void parkPoller() {
      Task task = process.vm().cpu().running();
      pollers.add(task);
      task.awaits(awaited);
      armTick();
      process.park(() -> afterWait(task));
    }

    private LuaValue[] afterWait(Task task) {
      pollers.remove(task);
      if (pollers.isEmpty()) {
        tick.cancel();
      }
      LuaValue[] taken = take.attempt();
      if (taken == null) {
        countAtVainPoll = count;
        return vain.get();
      }
      count++;
      return taken;
    }
  }

  /// A source that `take` looks into; null from it means that there is nothing.
  public Source source(Completion take) {
    return new Source(take, () -> NOTHING);
  }

  /// The same, with something else than nil to say when there is nothing.
  public Source source(Completion take, Supplier<LuaValue[]> vain) {
    return new Source(take, vain);
  }

  /// Something came for the process: a message, a connection, a change of state, an input line.
  public void arrived() {
    count++;
    pollers.wakeAll();
  }

  void close() {
    tick.cancel();
  }

  private void armTick() {
    if (!tick.isArmed()) {
      long sinceStart = simulator.now().since(start).nanos();
      long ticks = sinceStart / TICK_NANOS + 1;
      tick.armAt(new SimTime(start.nanos() + ticks * TICK_NANOS));
    }
  }
}
