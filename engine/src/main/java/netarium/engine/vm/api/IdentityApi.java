package netarium.engine.vm.api;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;

/// The part of `os` that says where a process is and what it was started with.
final class IdentityApi {
  private final ProcessHost host;

  private IdentityApi(ProcessHost host) {
    this.host = host;
  }

  static void install(LuaMachine machine, ProcessHost host, Table os) {
    machine.addHost(new IdentityApi(host));
    os.set("hostname", Native.method("os.hostname", IdentityApi.class, IdentityApi::hostname));
    os.set("pid", Native.method("os.pid", IdentityApi.class, IdentityApi::pid));
    os.set("vm_id", Native.method("os.vm_id", IdentityApi.class, IdentityApi::machineId));
    os.set("get_args", Native.method("os.get_args", IdentityApi.class, IdentityApi::args));
    os.set(
        "get_work_dir",
        Native.method("os.get_work_dir", IdentityApi.class, IdentityApi::workDirectory)
            .asWorldCall());
    os.set("chdir", Native.method("os.chdir", IdentityApi.class, IdentityApi::chdir).asWorldCall());
    os.set("path_resolve", Native.of("os.path_resolve", IdentityApi::resolve));
    os.set("parse_cmd", Native.of("os.parse_cmd", IdentityApi::parseCommand));
    os.set(
        "server_log",
        Native.method("os.server_log", IdentityApi.class, IdentityApi::serverLog).asWorldCall());
  }

  private int hostname(Coroutine co, int func, int n) {
    return co.returns(func, Results.string(co.machine, host.hostName()));
  }

  private int pid(Coroutine co, int func, int n) {
    return co.returns(func, (double) host.pid());
  }

  private int machineId(Coroutine co, int func, int n) {
    return co.returns(func, Results.string(co.machine, host.machineId()));
  }

  private int args(Coroutine co, int func, int n) {
    return co.returns(func, array(co.machine, host.arguments()));
  }

  private static Table array(LuaMachine machine, List<Str> items) {
    machine.charge(items.size());
    Table t = new Table(machine, items.size(), 0);
    for (int i = 0; i < items.size(); i++) {
      t.set(i + 1, items.get(i));
    }
    return t;
  }

  private int workDirectory(Coroutine co, int func, int n) {
    return co.returns(func, Results.string(co.machine, host.workingDirectory()));
  }

  private int chdir(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    FileCaller caller = host.caller();
    if (!(HostPaths.inWorkingDirectory(host, name) instanceof FileResult.Done<String>(String path))
        || !(host.files().stat(path, caller) instanceof FileResult.Done<FileStat>(FileStat stat))) {
      throw co.error("chdir: no such file or directory: " + Results.beforeNul(name), 1);
    }
    if (!stat.isDirectory()) {
      throw co.error("chdir: not a directory: " + Results.beforeNul(name), 1);
    }
    if (host.files().list(path, caller).error() == FileError.PERMISSION_DENIED) {
      throw co.error("chdir: permission denied: " + Results.beforeNul(name), 1);
    }
    host.workingDirectory(FilePath.normalize(path));
    return co.returns();
  }

  /// The tidy absolute path of a name as seen from a base directory; a question about text only.
  private static int resolve(Coroutine co, int func, int n) {
    String base = FilePath.normalize(Args.checkStr(co, func, n, 1).toLatin1());
    String path = Args.checkStr(co, func, n, 2).toLatin1();
    String resolved = FilePath.normalize(FilePath.join(base, path.isEmpty() ? "." : path));
    co.machine.account.charge(Str.HEADER_OCTETS + resolved.length());
    co.machine.charge(resolved.length());
    return co.returns(func, Str.latin1(resolved));
  }

  private static int parseCommand(Coroutine co, int func, int n) {
    Str line = Args.checkStr(co, func, n, 1);
    co.machine.charge(line.length);
    Optional<List<String>> words = CommandLine.words(line.toLatin1());
    if (words.isEmpty()) {
      return co.fails(func, "unfinished quote");
    }
    List<Str> all = words.get().stream().map(Str::latin1).toList();
    for (Str word : all) {
      co.machine.account.charge(Str.HEADER_OCTETS + word.length);
    }
    Table result = new Table(co.machine, 0, 2);
    result.set("program", all.isEmpty() ? Str.EMPTY : all.getFirst());
    result.set("args", array(co.machine, all.isEmpty() ? all : all.subList(1, all.size())));
    return co.returns(func, result);
  }

  private int serverLog(Coroutine co, int func, int n) {
    host.notice(Args.checkStr(co, func, n, 1).toString());
    return co.returns();
  }
}
