package netarium.engine.vm.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Arrivals;
import netarium.engine.vm.Process;
import netarium.engine.vm.ProcessTable;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.api.NetApi;
import netarium.engine.vm.api.ProcessHost;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The part of `os` that starts, watches and ends other processes of the same machine.
///
/// `os.process_status` and `os.read_stdout` are polls: with nothing new to tell they may take their
/// time, so a loop that waits for a child costs next to nothing.
final class SpawnApi {
  static final String TOO_MANY =
      "too many processes: this machine may run no more than " + ProcessTable.LIMIT;

  /// What an octet of source takes while it is compiled.
  private static final long COMPILED_OCTETS = 4;

  private static final Octets NEWLINE = Octets.wrap(new byte[] {'\n'});
  private static final LuaValue[] NOTHING = {Nil.NIL};

  private final Process process;
  private final ProcessHost host;
  private final ProcessTable table;

  /// What polls remember about other processes that run, by their numbers.
  private final Map<Integer, StatusWatch> watches = new LinkedHashMap<>();

  private final Map<Integer, Arrivals.Source> outputs = new LinkedHashMap<>();

  private SpawnApi(Process process, ProcessHost host) {
    this.process = process;
    this.host = host;
    this.table = process.vm().table();
  }

  static void install(Process process, ProcessHost host, Table os) {
    process.machine().addHost(new SpawnApi(process, host));
    os.set("spawn", Native.method("os.spawn", SpawnApi.class, SpawnApi::spawn).asWorldCall());
    os.set(
        "spawn_path",
        Native.method("os.spawn_path", SpawnApi.class, SpawnApi::spawnPath).asWorldCall());
    os.set("exec", Native.method("os.exec", SpawnApi.class, SpawnApi::exec).asWorldCall());
    os.set(
        "process_status",
        Native.method("os.process_status", SpawnApi.class, SpawnApi::status).asWorldCall());
    os.set(
        "write_stdin",
        Native.method("os.write_stdin", SpawnApi.class, SpawnApi::writeInput).asWorldCall());
    os.set(
        "close_stdin",
        Native.method("os.close_stdin", SpawnApi.class, SpawnApi::closeInput).asWorldCall());
    os.set(
        "read_stdout",
        Native.method("os.read_stdout", SpawnApi.class, SpawnApi::readOutput).asWorldCall());
    os.set(
        "request_kill",
        Native.method("os.request_kill", SpawnApi.class, SpawnApi::kill).asWorldCall());
  }

  // ---- starting ----------------------------------------------------------------------------

  private int spawn(Coroutine co, int func, int n) {
    String path = FileProgram.pathOf(Args.checkStr(co, func, n, 1).toString());
    return co.returns(func, (double) start(co, func, n, path, forwards(co, func, n)));
  }

  private int spawnPath(Coroutine co, int func, int n) {
    String name = Args.checkStr(co, func, n, 1).toString();
    String path = FilePath.normalize(FilePath.join(host.workingDirectory(), name));
    return co.returns(func, (double) start(co, func, n, path, forwards(co, func, n)));
  }

  /// Starts a program of `/bin` without a further thought: what it prints is this process's output.
  private int exec(Coroutine co, int func, int n) {
    start(co, func, n, FileProgram.pathOf(Args.checkStr(co, func, n, 1).toString()), true);
    return co.returns();
  }

  private int start(Coroutine co, int func, int n, String path, boolean forwardsOutput) {
    List<Octets> arguments = arguments(co, func, n);
    if (table.isFull()) {
      throw co.error(TOO_MANY, 1);
    }
    String name = FileProgram.nameOf(path);
    FileResult<byte[]> file = host.files().read(path, host.caller());
    if (!host.files().exists(path, host.caller())) {
      Optional<ProgramLoader> readyMade = process.vm().readyMade(path);
      if (readyMade.isPresent()) {
        return table.spawn(process, name, arguments, forwardsOutput, readyMade.get()).pid();
      }
    }
    return switch (file) {
      case FileResult.Failed<byte[]> failed -> {
        process.notice(co.place() + ": cannot start " + failed.error().about(path));
        yield table.numberOfNothing();
      }
      case FileResult.Done<byte[]>(byte[] source) -> {
        co.machine.charge(source.length);
        co.machine.account.charge(source.length * COMPILED_OCTETS);
        ScriptLoader loader = new ScriptLoader(source);
        yield table.spawn(process, name, arguments, forwardsOutput, loader).pid();
      }
    };
  }

  private static List<Octets> arguments(Coroutine co, int func, int n) {
    List<Octets> arguments = new ArrayList<>();
    if (Args.isNoneOrNil(co, func, n, 2)) {
      return arguments;
    }
    Table given = Args.checkTable(co, func, n, 2);
    for (int i = 1; i <= given.length(); i++) {
      Str text =
          switch (given.get(i)) {
            case Str string -> string;
            case Num number -> co.machine.text(number);
            case Bool truth -> Str.of(truth.isTrue() ? "true" : "false");
            default ->
                throw Args.argError(
                    co, 2, "string expected in args[" + i + "], got " + given.get(i).typeName());
          };
      co.machine.charge(text.length);
      arguments.add(Values.octets(text));
    }
    return arguments;
  }

  private static boolean forwards(Coroutine co, int func, int n) {
    return !Args.isNoneOrNil(co, func, n, 3)
        && Args.checkTable(co, func, n, 3).get("forward_stdout").isTrue();
  }

  // ---- watching ----------------------------------------------------------------------------

  /// What this process was last told about another one.
  private final class StatusWatch {
    private final int pid;
    private final Arrivals.Source source;
    private ProcessTable.@Nullable Status told;

    StatusWatch(int pid) {
      this.pid = pid;
      this.source = process.arrivals().source(this::news, this::tell);
    }

    private LuaValue @Nullable [] news() {
      return table.status(pid) == told ? null : tell();
    }

    private LuaValue[] tell() {
      ProcessTable.Status now = table.status(pid);
      told = now;
      return new LuaValue[] {Str.of(now.word())};
    }
  }

  private int status(Coroutine co, int func, int n) {
    int pid = Args.checkInt(co, func, n, 1);
    if (table.process(pid).isEmpty()) {
      watches.remove(pid);
      return co.returns(func, Str.of(table.status(pid).word()));
    }
    return NetApi.poll(co, func, watches.computeIfAbsent(pid, StatusWatch::new).source);
  }

  private int readOutput(Coroutine co, int func, int n) {
    int pid = Args.checkInt(co, func, n, 1);
    Optional<Process> running = table.process(pid);
    if (running.isEmpty()) {
      outputs.remove(pid);
      LuaValue[] last = output(pid);
      return Process.give(co, func, last == null ? NOTHING : last);
    }
    if (running.get().parent() != process) {
      return co.fails(func, "process " + pid + " is not a child of this process");
    }
    return NetApi.poll(co, func, outputs.computeIfAbsent(pid, this::outputOf));
  }

  /// What a child prints; once it has ended a poll has an answer at once, if only nil.
  private Arrivals.Source outputOf(int pid) {
    return process
        .arrivals()
        .source(() -> {
          LuaValue[] taken = output(pid);
          return taken == null && table.process(pid).isEmpty() ? NOTHING : taken;
        });
  }

  private LuaValue @Nullable [] output(int pid) {
    Octets text = table.takeOutput(process, pid);
    if (text.isEmpty()) {
      return null;
    }
    process.machine().charge(text.length());
    return new LuaValue[] {Values.str(process.machine(), text)};
  }

  // ---- orders ------------------------------------------------------------------------------

  /// Types a line at another process; its end is added if it has none.
  private int writeInput(Coroutine co, int func, int n) {
    Octets line = Values.octets(Args.checkStr(co, func, n, 2));
    co.machine.charge(line.length());
    boolean isWhole = !line.isEmpty() && line.at(line.length() - 1) == '\n';
    return order(co, func, n, found -> found.input().type(isWhole ? line : line.plus(NEWLINE)));
  }

  /// Nothing more will be typed: reads come to the end of the input.
  private int closeInput(Coroutine co, int func, int n) {
    return order(co, func, n, found -> found.input().end());
  }

  /// Ends a process and all that it started.
  private int kill(Coroutine co, int func, int n) {
    int results = order(co, func, n, table::kill);
    if (process.isOver()) {
      throw LuaError.fatal("killed");
    }
    return results;
  }

  /// Root may give orders to all processes, others to their own only.
  private int order(Coroutine co, int func, int n, Consumer<Process> order) {
    int pid = Args.checkInt(co, func, n, 1);
    Optional<Process> found = table.process(pid);
    if (found.isEmpty()) {
      return co.fails(func, "no process " + pid + " runs on this machine");
    }
    String owner = found.get().user();
    if (!host.user().equals(FileCaller.ROOT) && !host.user().equals(owner)) {
      return co.fails(func, "process " + pid + " belongs to " + owner);
    }
    order.accept(found.get());
    return co.returns(func, true);
  }
}
