package netarium.engine.vm.api;

import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.lua.lib.Bit32Lib;
import netarium.engine.lua.lib.CoroutineLib;
import netarium.engine.lua.lib.DebugLib;
import netarium.engine.lua.lib.MathLib;
import netarium.engine.lua.lib.PackageLib;
import netarium.engine.lua.lib.ScriptFiles;
import netarium.engine.lua.lib.StringLib;
import netarium.engine.lua.lib.TableLib;
import netarium.engine.vm.Process;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import org.jspecify.annotations.Nullable;

/// Puts all libraries into a new process: those of Lua 5.2 and those of a networked machine.
final class Libraries {
  /// Where modules of a project are looked for.
  private static final String MODULE_PATH = "scripts/?.lua;?.lua";

  private Libraries() {}

  static void install(Process process) {
    LuaMachine machine = process.machine();
    Handles.install(process);
    ScriptFiles files = path -> read(process, path);
    LuaHost host = new LuaHost(process);
    BaseLib.install(machine, files, line -> host.writeConsole(line, false));
    CoroutineLib.install(machine);
    TableLib.install(machine);
    StringLib.install(machine);
    MathLib.install(machine, process.vm().random());
    Bit32Lib.install(machine);
    DebugLib.install(machine);
    PackageLib.install(machine, files, MODULE_PATH);
    IoApi io = IoApi.install(machine, host);
    process.atEnd(io::closeAll);
    Table os = OsApi.install(machine, host);
    NetError.name(machine, os);
    SpawnApi.install(process, host, os);
    FsApi.install(machine, host);
    TaskApi.install(process);
    Table net = module(machine, "net");
    NetApi.install(process, net);
    AddressApi.install(net);
    DialApi.install(process, net);
    Table http = module(machine, "http");
    HttpTextApi.install(process, http);
    HttpdApi.install(machine, host, module(machine, "httpd"));
    StrApi.install(module(machine, "str"));
  }

  /// A table that is global under its name and what `require("lua.NAME")` gives.
  private static Table module(LuaMachine machine, String name) {
    Table module = new Table(machine);
    machine.globals.set(name, module);
    machine.loaded.set(Str.of("lua." + name), module);
    return module;
  }

  private static byte @Nullable [] read(Process process, String path) {
    String absolute = FilePath.join(process.workingDirectory(), path);
    FileCaller caller = new LuaHost(process).caller();
    return process.vm().files().read(absolute, caller) instanceof FileResult.Done<byte[]> done
        ? done.value()
        : null;
  }
}
