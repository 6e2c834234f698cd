package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.sim.SimTime;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import org.jspecify.annotations.Nullable;

/// Go's `sync.WaitGroup`: a count of what is still to be done; `Wait` waits until it is zero.
final class WaitGroup {
  private static final String KIND = "WaitGroup";

  private final Handles handles;
  private final List<Waiting> waiting = new ArrayList<>();
  private long count;

  WaitGroup(Handles handles) {
    this.handles = handles;
  }

  LuaValue value() {
    return Handles.value(handles.machine(), this, KIND, WaitGroup::fill);
  }

  private static void fill(Table t) {
    t.set("Add", Native.of("WaitGroup.Add", WaitGroup::add).asWorldCall());
    t.set("Done", Native.of("WaitGroup.Done", WaitGroup::done).asWorldCall());
    t.set("Wait", Native.of("WaitGroup.Wait", WaitGroup::await).asWorldCall());
  }

  private static WaitGroup self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, WaitGroup.class, KIND);
  }

  private static int add(Coroutine co, int func, int n) {
    self(co, func, n).change(co, Args.checkLong(co, func, n, 2));
    return co.returns();
  }

  private static int done(Coroutine co, int func, int n) {
    self(co, func, n).change(co, -1);
    return co.returns();
  }

  private void change(Coroutine co, long by) {
    if (count + by < 0) {
      throw co.error("sync: negative WaitGroup counter", 1);
    }
    count += by;
    if (count == 0) {
      List.copyOf(waiting).forEach(each -> each.deadline.wakeAll());
    }
  }

  /// `group:Wait(seconds?)` → true, or nil and `i/o timeout`.
  private static int await(Coroutine co, int func, int n) {
    WaitGroup group = self(co, func, n);
    Process process = group.handles.process();
    SimTime until = Deadline.argument(co, func, n, 2, process);
    Waiting made = group.new Waiting(process, until);
    return made.deadline.await(co, func, made::attempt);
  }

  /// A task that waits.
  private final class Waiting implements Handles.Open {
    private final Deadline deadline;

    Waiting(Process process, @Nullable SimTime until) {
      deadline = new Deadline(process, Awaited.always(Awaited.What.TASK));
      deadline.set(until);
      waiting.add(this);
      handles.opened(this);
    }

    LuaValue @Nullable [] attempt() {
      if (count == 0) {
        close();
        return new LuaValue[] {Bool.TRUE, Nil.NIL};
      }
      if (deadline.isOver()) {
        close();
        return new LuaValue[] {Nil.NIL, NetError.TIMEOUT.value(handles.machine())};
      }
      return null;
    }

    @Override
    public void close() {
      handles.closed(this);
      waiting.remove(this);
      deadline.end();
    }
  }
}
