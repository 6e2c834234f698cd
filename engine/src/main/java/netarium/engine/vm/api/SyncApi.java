package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.lib.Library;

/// `sync`: by what tasks of one process wait for each other, as in Go: `sync.WaitGroup()` and
/// `sync.Mutex()`.
public final class SyncApi {
  public static final Library FUNCTIONS =
      Library.of(
          "sync",
          Library.worldCall("sync", "WaitGroup", SyncApi::waitGroup),
          Library.worldCall("sync", "Mutex", SyncApi::mutex));

  private SyncApi() {}

  private static int waitGroup(Coroutine co, int func, int n) {
    return co.returns(func, new WaitGroup(Handles.of(co)).value());
  }

  private static int mutex(Coroutine co, int func, int n) {
    return co.returns(func, new Mutex(Handles.of(co)).value());
  }
}
