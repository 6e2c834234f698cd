package netarium.engine.vm;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Timer;
import org.jspecify.annotations.Nullable;

/// A flow of control of a process: its main chunk, or what `go` started. All of it is data: a Lua
/// coroutine and what it waits for.
public final class Task {
  private static final Supplier<Awaited> SLEEP = Awaited.always(Awaited.What.SLEEP);

  private final Process process;
  private final Coroutine coroutine;
  private final @Nullable TaskWatch watch;
  private final @Nullable Baton baton;
  private @Nullable Completion waitsFor;
  private Supplier<Awaited> awaited = Awaited.UNDESCRIBED;
  private @Nullable Timer alarm;
  private boolean isReady;
  private boolean isOver;
  private boolean pollsAtOnce;
  private long cause;

  Task(Process process, Coroutine coroutine) {
    this(process, coroutine, null, null);
  }

  Task(Process process, Coroutine coroutine, @Nullable TaskWatch watch, @Nullable Baton baton) {
    this.process = process;
    this.coroutine = coroutine;
    this.watch = watch;
    this.baton = baton;
  }

  @Nullable TaskWatch watch() {
    return watch;
  }

  /// Whether it may run now, as far as others that share its baton are concerned.
  boolean takesBaton() {
    return baton == null || baton.take(this);
  }

  void givesBaton() {
    if (baton != null) {
      baton.giveBack(this);
    }
  }

  public Process process() {
    return process;
  }

  Coroutine coroutine() {
    return coroutine;
  }

  @Nullable Completion waitsFor() {
    return waitsFor;
  }

  void waitsFor(@Nullable Completion completion) {
    waitsFor = completion;
    if (completion == null) {
      awaited = Awaited.UNDESCRIBED;
    }
  }

  /// What people are told it waits for, until it goes on. Asked only when somebody looks.
  public void awaits(Supplier<Awaited> what) {
    awaited = what;
  }

  /// What it waits for, if it does and has not been woken.
  Optional<Awaited> awaited() {
    return waitsFor == null || isReady ? Optional.empty() : Optional.of(awaited.get());
  }

  /// Where in a script it stands, or empty text.
  public String place() {
    String where = process.machine().where(coroutine);
    return where.isEmpty() ? "" : where.substring(0, where.length() - 2);
  }

  /// When it wakes of itself, if it sleeps.
  public OptionalLong sleepsUntilNanos() {
    Timer timer = alarm;
    return timer == null || !timer.isArmed()
        ? OptionalLong.empty()
        : OptionalLong.of(timer.deadline().nanos());
  }

  /// Whether it stands in the processor's queue.
  boolean isReady() {
    return isReady;
  }

  void isReady(boolean stands) {
    isReady = stands;
  }

  /// The ordinal of the event because of which the task goes on.
  long cause() {
    return cause;
  }

  void cause(long ordinal) {
    cause = ordinal;
  }

  /// Whether its vain polls answer at once, as they do where somebody else sets the pace: in the
  /// callbacks of a frame, in a handler of requests.
  public boolean pollsAtOnce() {
    return pollsAtOnce;
  }

  public void pollsAtOnce(boolean does) {
    pollsAtOnce = does;
  }

  /// Puts the task to sleep; `results` are those of the native that calls this.
  public int sleep(SimDuration duration, LuaValue... results) {
    Timer timer = alarm;
    if (timer == null) {
      timer = process.vm().simulator().timer(this::wake);
      alarm = timer;
    }
    Timer running = timer;
    running.armAfter(duration);
    awaits(SLEEP);
    return process.park(() -> running.isArmed() ? null : results);
  }

  /// Whether it may not run again, although its process still does.
  boolean isOver() {
    return isOver || process.isOver();
  }

  /// It never runs again; a sleep of it must not keep the run alive.
  void end() {
    isOver = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /// Lets the task try again, on its next turn, what it waits for.
  public void wake() {
    process.vm().cpu().makeReady(this);
  }
}
