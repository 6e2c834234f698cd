package netarium.engine.vm.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpReader;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.HttpAsk;
import netarium.engine.service.HttpFetch;
import netarium.engine.sim.Simulator;
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Process;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// `http.init`, `http.request`, `http.poll`, `http.destroy`: requests that are started now and
/// whose answers are asked for later, four under way at a time and up to a thousand waiting.
///
/// A request keeps its process alive until it is answered.
public final class PolledHttp {
  static final int WORKERS = 4;
  static final int MOST_QUEUED = 1000;

  /// So many answers wait to be polled for; what fails beyond is answered at once.
  private static final int MOST_ANSWERS = 2000;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /// A request that has been started or will be.
  private record Wanted(LuaValue id, HttpFetch fetch, long cause) {}

  /// What is told when the script polls.
  private record Answer(LuaValue id, Fetching.Result result, int octets) {}

  private final Process process;
  private final LuaMachine machine;
  private final Fetching fetching;
  private final Arrivals.Source source;
  private final Deque<Wanted> waiting = new ArrayDeque<>();
  private final List<Wanted> underWay = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private long answeredOctets;
  private boolean isInitialised;
  private boolean isStarting;

  private PolledHttp(Process process) {
    this.process = process;
    this.machine = process.machine();
    this.fetching = new Fetching(process);
    this.source = process.arrivals().source(this::take, () -> new LuaValue[] {noAnswers()});
    process.atEnd(this::cancelAll);
  }

  /// Puts the functions into the table `http`.
  public static void install(Process process, Table http) {
    process.machine().addHost(new PolledHttp(process));
    http.set("init", method("http.init", PolledHttp::init));
    http.set("request", method("http.request", PolledHttp::request));
    http.set("poll", method("http.poll", PolledHttp::poll));
    http.set("destroy", method("http.destroy", PolledHttp::destroy));
  }

  private static Native method(String name, Native.Method<PolledHttp> body) {
    return Native.method(name, PolledHttp.class, body).asWorldCall();
  }

  private int init(Coroutine co, int func, int n) {
    isInitialised = true;
    return co.returns();
  }

  private int destroy(Coroutine co, int func, int n) {
    isInitialised = false;
    answers.clear();
    answeredOctets = 0;
    int under = waiting.size() + underWay.size();
    cancelAll();
    for (int i = 0; i < under; i++) {
      process.letGo();
    }
    return co.returns();
  }

  private void cancelAll() {
    underWay.forEach(wanted -> wanted.fetch.cancel());
    underWay.clear();
    waiting.clear();
  }

  // ---- asking ------------------------------------------------------------------------------

  private int request(Coroutine co, int func, int n) {
    LuaValue id = Args.checkAny(co, func, n, 1);
    Args.check(co, id instanceof Str || id instanceof Num, 1, "string or number expected");
    Table options = Args.checkTable(co, func, n, 2);
    if (!(options.get("url") instanceof Str address)) {
      throw Args.argError(co, 2, "url: string expected, got " + options.get("url").typeName());
    }
    String text = address.toString();
    String method = text(co, options, "method", "GET").toUpperCase(Locale.ROOT);
    Args.check(
        co, HttpReader.knownMethod(method).isPresent(), 2, "method: unknown method " + method);
    HttpHeaders given = headers(co, options);
    String proxy = text(co, options, "proxy", "");
    LuaValue body = options.get("body");
    boolean isBody = body instanceof Nil || body instanceof Str || body instanceof Num;
    Args.check(co, isBody, 2, "body: string expected, got " + body.typeName());
    if (!isInitialised) {
      return co.returns(func, failure(id, "HTTP module not initialized"));
    }
    if (!text.contains("://")) {
      return co.returns(func, local(id, text));
    }
    Octets octets = body instanceof Nil ? Octets.EMPTY : octets(body);
    machine.charge(octets.length());
    if (!octets.isEmpty() && !given.has("Content-Type")) {
      given = given.plus("Content-Type", "application/json");
    }
    String problem = null;
    if (waiting.size() >= MOST_QUEUED) {
      problem = "queue full";
    } else {
      switch (HttpUrl.parse(text)) {
        case HttpUrl.Read.Bad(String why) -> problem = why;
        case HttpUrl.Read.Found(HttpUrl url) ->
            add(id, new HttpAsk(method, url, given, octets), Optional.of(proxy), co.place());
      }
    }
    if (problem == null) {
      return co.returns();
    }
    if (answers.size() >= MOST_ANSWERS) {
      return co.returns(func, failure(id, problem));
    }
    answers.add(new Answer(id, new Fetching.Result.Failed(problem), 0));
    process.arrivals().arrived();
    return co.returns();
  }

  private static String text(Coroutine co, Table options, String name, String fallback) {
    LuaValue value = options.get(name);
    if (value instanceof Nil) {
      return fallback;
    }
    if (!(value instanceof Str text)) {
      throw Args.argError(co, 2, name + ": string expected, got " + value.typeName());
    }
    return text.toString();
  }

  private static HttpHeaders headers(Coroutine co, Table options) {
    try {
      return HeaderTables.read(options.get("headers"));
    } catch (BadHeadersException bad) {
      throw Args.argError(co, 2, "headers: " + bad.why());
    }
  }

  private static Octets octets(LuaValue body) {
    Str text = body instanceof Str str ? str : Str.of(body.toString());
    return Octets.wrap(text.bytes, text.offset, text.length);
  }

  /// What is no address of a server is a file of this machine.
  private Table local(LuaValue id, String path) {
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    String absolute = FilePath.join(process.workingDirectory(), path);
    if (process.vm().files().read(absolute, new FileCaller(process.user(), now))
        instanceof FileResult.Done<byte[]>(byte[] contents)) {
      Table headers = new Table(machine, 0, 1);
      headers.set("content-type", Str.of("application/octet-stream"));
      return table(id, OK, headers, Octets.wrap(contents));
    }
    Table missing = table(id, NOT_FOUND, new Table(machine), Octets.EMPTY);
    missing.set("error", Str.of("File not found: " + path));
    return missing;
  }

  private void add(LuaValue id, HttpAsk ask, Optional<String> proxy, String place) {
    Wanted[] self = new Wanted[1];
    Wanted wanted =
        new Wanted(
            id,
            fetching.fetch(ask, proxy, place, result -> done(self[0], result)),
            process.vm().simulator().cause());
    self[0] = wanted;
    process.hold();
    waiting.add(wanted);
    startNext();
  }

  /// Nothing more is fetched while the script does not take what has come.
  private void startNext() {
    if (isStarting) {
      return;
    }
    isStarting = true;
    Simulator simulator = process.vm().simulator();
    long before = simulator.cause();
    while (underWay.size() < WORKERS
        && !waiting.isEmpty()
        && answeredOctets < process.vm().memory().limit()) {
      Wanted next = waiting.remove();
      underWay.add(next);
      simulator.becauseOf(next.cause);
      next.fetch.start();
    }
    simulator.becauseOf(before);
    isStarting = false;
  }

  private void done(@Nullable Wanted wanted, Fetching.Result result) {
    if (wanted == null || !underWay.remove(wanted)) {
      throw new IllegalStateException("invariant broken: a request that is done was under way");
    }
    int octets =
        result instanceof Fetching.Result.Answered(HttpResponse response)
            ? response.body().length()
            : 0;
    answers.add(new Answer(wanted.id, result, octets));
    answeredOctets += octets;
    process.arrivals().arrived();
    startNext();
    process.letGo();
  }

  // ---- answers -----------------------------------------------------------------------------

  private int poll(Coroutine co, int func, int n) {
    LuaValue[] results = source.poll();
    return results == null ? Native.PARK : Process.give(co, func, results);
  }

  private LuaValue @Nullable [] take() {
    if (answers.isEmpty()) {
      return null;
    }
    Table all = noAnswers();
    int index = 0;
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      answeredOctets -= answer.octets;
      all.set(
          ++index,
          switch (answer.result) {
            case Fetching.Result.Failed(String why) -> failure(answer.id, why);
            case Fetching.Result.Answered(HttpResponse response) ->
                table(answer.id, response.status(), lowerCase(response), response.body());
          });
    }
    startNext();
    return new LuaValue[] {all};
  }

  private Table noAnswers() {
    return new Table(machine);
  }

  private Table failure(LuaValue id, String why) {
    Table table = new Table(machine, 0, 3);
    table.set("id", id);
    table.set("status", new Num(0));
    table.set("error", Str.of(why));
    return table;
  }

  private Table table(LuaValue id, int status, Table headers, Octets body) {
    machine.account.charge(Str.HEADER_OCTETS + (long) body.length());
    machine.charge(body.length());
    Table table = new Table(machine, 0, 4);
    table.set("id", id);
    table.set("status", new Num(status));
    table.set("headers", headers);
    table.set("body", Str.wrap(body.toByteArray()));
    return table;
  }

  /// Names in small letters; fields of the same name as one, their values joined.
  private Table lowerCase(HttpResponse response) {
    Map<String, String> joined = new LinkedHashMap<>();
    for (HttpHeaders.Field field : response.headers().fields()) {
      joined.merge(
          field.name().toLowerCase(Locale.ROOT), field.value(), (one, more) -> one + ", " + more);
    }
    Table table = new Table(machine, 0, joined.size());
    joined.forEach((name, value) -> {
      machine.account.charge(2 * Str.HEADER_OCTETS + (long) name.length() + value.length());
      table.set(Str.latin1(name), Str.latin1(value));
    });
    return table;
  }
}
