package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileResult;
import org.jspecify.annotations.Nullable;

/// What request handlers have beside the libraries: `read_file`, `write_file`, `env` and `log`.
public final class HandlerApi {
  private final ProcessHost host;

  private HandlerApi(ProcessHost host) {
    this.host = host;
  }

  private static final Library FUNCTIONS =
      Library.of(
          "_G",
          function("read_file", HandlerApi::readFile),
          function("write_file", HandlerApi::writeFile),
          function("env", HandlerApi::env),
          Library.entry("log", BaseLib.printer("log", HandlerApi.class, HandlerApi::log)));

  public static void install(LuaMachine machine, ProcessHost host) {
    machine.addHost(new HandlerApi(host));
    FUNCTIONS.fill(machine.globals);
  }

  private static Library.Entry function(String name, Native.Method<HandlerApi> body) {
    return Library.entry(name, Native.method(name, HandlerApi.class, body).asWorldCall());
  }

  /// `read_file(path)` → contents, or nil and why not.
  private int readFile(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    return switch (HostPaths.read(host, name)) {
      case FileResult.Failed<byte[]>(FileError error) ->
          co.fails(func, "read_file error: " + error.about(name.toString()));
      case FileResult.Done<byte[]>(byte[] contents) -> {
        co.machine.account.charge(Str.HEADER_OCTETS + (long) contents.length);
        co.machine.charge(contents.length);
        yield co.returns(func, Str.wrap(contents));
      }
    };
  }

  /// `write_file(path, contents)` → true, or nil and why not.
  private int writeFile(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    Str contents = Args.checkStr(co, func, n, 2);
    co.machine.charge(contents.length);
    FileError error =
        switch (HostPaths.inWorkingDirectory(host, name)) {
          case FileResult.Failed<String>(FileError bad) -> bad;
          case FileResult.Done<String>(String path) ->
              host.files().write(path, contents.toByteArray(), host.caller());
        };
    return error.isError()
        ? co.fails(func, "write_file error: " + error.about(name.toString()))
        : co.returns(func, true);
  }

  /// `log(...)`: as `print`, to standard error.
  private void log(Str line) {
    host.writeConsole(line, true);
  }

  /// `env(name)` → the value of a variable of the process's environment, or nil.
  private int env(Coroutine co, int func, int n) {
    @Nullable String value = host.environment().get(Args.checkStr(co, func, n, 1).toString());
    LuaValue result = value == null ? Nil.NIL : Results.string(co.machine, value);
    return co.returns(func, result);
  }
}
