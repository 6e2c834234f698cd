package netarium.engine.vm.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.lua.Closure;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.MemoryAccount;
import netarium.engine.lua.Native;
import netarium.engine.lua.RunStatus;
import netarium.engine.lua.Str;
import netarium.engine.lua.WorldGate;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.lua.lib.CoroutineLib;
import netarium.engine.lua.lib.ScriptFiles;
import netarium.engine.lua.lib.StringLib;
import netarium.engine.lua.lib.TableLib;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileLimits;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileTree;
import org.jspecify.annotations.Nullable;

/// A process of one task without a machine around it, for tests: everything it does to the world is
/// in a field.
final class FakeProcess implements ProcessHost {
  static final FileCaller ROOT = FileCaller.root(0);

  final FileTree files;
  final LuaMachine lua = new LuaMachine(MemoryAccount.unlimited(), WorldGate.OPEN);
  final StringBuilder out = new StringBuilder();
  final StringBuilder err = new StringBuilder();
  final List<String> notices = new ArrayList<>();
  final Deque<Str> input = new ArrayDeque<>();
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<Str> arguments = new ArrayList<>();
  final IoApi io;
  boolean isInputAtEnd;
  boolean mayAnswerVainPoll = true;
  String workingDirectory = "/work";
  String user = "root";
  long epochNanos = 1_767_225_600_000_000_000L; // 2026-01-01
  long cpuNanos;
  int exitCode = -1;
  boolean closesState;
  private @Nullable Coroutine task;

  FakeProcess() {
    this(FileLimits.DEFAULT);
  }

  FakeProcess(FileLimits limits) {
    files = new FileTree(limits);
    files.makeDirectory("/work", ROOT);
    files.makeDirectory("/tmp", ROOT);
    BaseLib.install(lua, ScriptFiles.NONE, text -> writeConsole(text, false));
    TableLib.install(lua);
    StringLib.install(lua);
    CoroutineLib.install(lua);
    io = IoApi.install(lua, this);
    OsApi.install(lua, this);
    FsApi.install(lua, this);
  }

  /// Runs a script to its end or until it waits, and gives what it has printed so far. An error is
  /// printed with its traceback, as a terminal would show it.
  String run(String script) {
    Closure main =
        Closure.main(lua, LuaCompiler.compile(script.getBytes(ISO_8859_1), "@x.lua"), lua.globals);
    task = lua.newTask(main);
    return goOn();
  }

  /// Lets a waiting task look again.
  String wake() {
    task().wake();
    return goOn();
  }

  String goOn() {
    RunStatus status = lua.run(task(), Long.MAX_VALUE / 4);
    if (status == RunStatus.FAILED) {
      out.append(task().failure()).append('\n');
    }
    return out.toString();
  }

  boolean isWaiting() {
    return task().isParked();
  }

  private Coroutine task() {
    if (task == null) {
      throw new AssertionError("no script was started");
    }
    return task;
  }

  LuaValue[] results() {
    return task().results();
  }

  FakeProcess type(String text) {
    input.add(Str.of(text));
    return this;
  }

  FakeProcess file(String path, String text) {
    files.write(path, text.getBytes(UTF_8), ROOT);
    return this;
  }

  String content(String path) {
    return files.read(path, ROOT) instanceof FileResult.Done<byte[]>(byte[] octets)
        ? new String(octets, ISO_8859_1)
        : "(none)";
  }

  @Override
  public FileTree files() {
    return files;
  }

  @Override
  public String workingDirectory() {
    return workingDirectory;
  }

  @Override
  public void workingDirectory(String path) {
    workingDirectory = path;
  }

  @Override
  public long epochNanos() {
    return epochNanos;
  }

  @Override
  public long cpuNanos() {
    return cpuNanos;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public void writeConsole(Str octets, boolean isError) {
    (isError ? err : out).append(octets.toLatin1());
  }

  @Override
  public void notice(String text) {
    notices.add(text);
  }

  @Override
  public boolean hasInput() {
    return !input.isEmpty();
  }

  @Override
  public Str takeInput() {
    return input.remove();
  }

  @Override
  public boolean isInputAtEnd() {
    return isInputAtEnd;
  }

  @Override
  public int waitForInput(Coroutine co) {
    return Native.PARK;
  }

  @Override
  public boolean mayAnswerVainPoll() {
    return mayAnswerVainPoll;
  }

  @Override
  public int waitAfterVainPoll(Coroutine co) {
    return Native.PARK;
  }

  @Override
  public int exit(Coroutine co, int code, boolean closes) {
    exitCode = code;
    closesState = closes;
    return Native.PARK;
  }

  @Override
  public String hostName() {
    return "web";
  }

  @Override
  public int pid() {
    return 7;
  }

  @Override
  public String machineId() {
    return "vm-1";
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public void user(String name) {
    user = name;
  }

  @Override
  public List<Str> arguments() {
    return arguments;
  }
}
