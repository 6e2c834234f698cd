package netarium.engine.vm.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.service.HttpAsk;
import netarium.engine.service.HttpFetch;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import netarium.engine.vm.Task;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// `http_get(url)` → body, or nil and why not: the calling task waits, nobody else.
public final class FetchApi {
  private static final Library FUNCTIONS =
      Library.of(
          "_G",
          Library.entry(
              "http_get", Native.method("http_get", FetchApi.class, FetchApi::get).asWorldCall()));

  private final Process process;
  private final List<HttpFetch> underWay = new ArrayList<>();
  private @Nullable Fetching fetching;

  private FetchApi(Process process) {
    this.process = process;
  }

  public static void install(Process process) {
    process.machine().addHost(new FetchApi(process));
    FUNCTIONS.fill(process.machine().globals);
  }

  private Fetching fetching() {
    Fetching own = fetching;
    if (own == null) {
      own = new Fetching(process);
      fetching = own;
      process.atEnd(() -> List.copyOf(underWay).forEach(HttpFetch::cancel));
    }
    return own;
  }

  private int get(Coroutine co, int func, int n) {
    String address = Args.checkStr(co, func, n, 1).toString();
    if (!(HttpUrl.parse(address) instanceof HttpUrl.Read.Found(HttpUrl url))) {
      return co.fails(func, "not an HTTP address: " + address);
    }
    Waiting waiting = new Waiting(process.runningTask());
    HttpAsk ask = new HttpAsk("GET", url, HttpHeaders.NONE, Octets.EMPTY);
    HttpFetch fetch = fetching().fetch(ask, Optional.empty(), co.place(), waiting::done);
    waiting.fetch = fetch;
    underWay.add(fetch);
    fetch.start();
    LuaValue[] results = waiting.attempt();
    if (results != null) {
      return Process.give(co, func, results);
    }
    waiting.task.awaits(Awaited.of(Awaited.What.READ, url::host));
    return process.park(waiting::attempt);
  }

  /// The task that waits for an answer.
  private final class Waiting {
    private final Task task;
    private @Nullable HttpFetch fetch;
    private Fetching.@Nullable Result result;

    Waiting(Task task) {
      this.task = task;
    }

    void done(Fetching.Result came) {
      result = came;
      underWay.remove(fetch);
      task.wake();
    }

    LuaValue @Nullable [] attempt() {
      LuaMachine machine = process.machine();
      return switch (result) {
        case null -> null;
        case Fetching.Result.Failed(String why) -> new LuaValue[] {Nil.NIL, Str.of(why)};
        case Fetching.Result.Answered(HttpResponse response) -> {
          Octets body = response.body();
          machine.account.charge(Str.HEADER_OCTETS + (long) body.length());
          machine.charge(body.length());
          yield new LuaValue[] {Str.wrap(body.toByteArray())};
        }
      };
    }
  }
}
