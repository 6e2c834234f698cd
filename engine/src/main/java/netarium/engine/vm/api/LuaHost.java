package netarium.engine.vm.api;

import java.util.List;
import java.util.Map;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.Str;
import netarium.engine.vm.Process;
import netarium.engine.vm.files.FileTree;

/// Serves `io`, `os` and `fs` for one process.
public final class LuaHost implements ProcessHost {
  private final Process process;

  public LuaHost(Process process) {
    this.process = process;
  }

  @Override
  public FileTree files() {
    return process.vm().files();
  }

  @Override
  public String workingDirectory() {
    return process.workingDirectory();
  }

  @Override
  public void workingDirectory(String path) {
    process.workingDirectory(path);
  }

  @Override
  public long epochNanos() {
    return process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
  }

  @Override
  public long cpuNanos() {
    return process.cpuNanos();
  }

  @Override
  public Map<String, String> environment() {
    return process.environment();
  }

  @Override
  public void writeConsole(Str octets, boolean isError) {
    process.write(Values.octets(octets), isError);
    if (process.isOver()) {
      throw LuaError.fatal("output limit");
    }
  }

  @Override
  public void notice(String text) {
    process.notice(text);
  }

  @Override
  public boolean hasInput() {
    return process.input().hasNext();
  }

  @Override
  public Str takeInput() {
    return Values.str(process.machine(), process.input().take());
  }

  @Override
  public boolean isInputAtEnd() {
    return process.input().isAtEnd();
  }

  @Override
  public int waitForInput(Coroutine co) {
    return process.input().awaitNext();
  }

  @Override
  public boolean mayAnswerVainPoll() {
    return process.input().mayAnswerVainPoll();
  }

  @Override
  public int waitAfterVainPoll(Coroutine co) {
    return process.input().awaitPoll();
  }

  @Override
  public int exit(Coroutine co, int code, boolean closesState) {
    if (closesState) {
      process.close("exited", code);
    } else {
      process.end("exited", code);
    }
    throw LuaError.fatal("exited");
  }

  @Override
  public String hostName() {
    return process.vm().settings().id();
  }

  @Override
  public int pid() {
    return process.pid();
  }

  @Override
  public String machineId() {
    return process.vm().settings().id();
  }

  @Override
  public String user() {
    return process.user();
  }

  @Override
  public void user(String name) {
    process.user(name);
  }

  @Override
  public List<Str> arguments() {
    return process.arguments().stream().map(octets -> Str.wrap(octets.toByteArray())).toList();
  }
}
