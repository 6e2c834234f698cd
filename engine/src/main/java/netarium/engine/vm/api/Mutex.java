package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Table;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.WaitQueue;
import org.jspecify.annotations.Nullable;

/// Go's `sync.Mutex`: held by one task at a time; the others wait in the order in which they came.
final class Mutex {
  private static final String KIND = "Mutex";
  private static final LuaValue[] NOTHING = {};

  private final Handles handles;
  private final WaitQueue waiting = new WaitQueue(Awaited.always(Awaited.What.TASK));
  private boolean isLocked;

  Mutex(Handles handles) {
    this.handles = handles;
  }

  LuaValue value() {
    return Handles.value(handles.machine(), this, KIND, Mutex::fill);
  }

  private static void fill(Table t) {
    t.set("Lock", Native.of("Mutex.Lock", Mutex::lock).asWorldCall());
    t.set("TryLock", Native.of("Mutex.TryLock", Mutex::tryLock).asWorldCall());
    t.set("Unlock", Native.of("Mutex.Unlock", Mutex::unlock).asWorldCall());
  }

  private static Mutex self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, Mutex.class, KIND);
  }

  private boolean take() {
    boolean wasFree = !isLocked;
    isLocked = true;
    return wasFree;
  }

  private static int lock(Coroutine co, int func, int n) {
    Mutex mutex = self(co, func, n);
    Process process = mutex.handles.process();
    return process.await(co, func, mutex.waiting, mutex::attempt);
  }

  private LuaValue @Nullable [] attempt() {
    return take() ? NOTHING : null;
  }

  private static int tryLock(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n).take());
  }

  private static int unlock(Coroutine co, int func, int n) {
    Mutex mutex = self(co, func, n);
    if (!mutex.isLocked) {
      throw co.error("sync: unlock of unlocked mutex", 1);
    }
    mutex.isLocked = false;
    mutex.waiting.wakeAll();
    return co.returns();
  }
}
