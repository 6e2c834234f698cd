package netarium.engine.vm.program;

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
import netarium.engine.vm.api.AddressApi;
import netarium.engine.vm.api.DialApi;
import netarium.engine.vm.api.FsApi;
import netarium.engine.vm.api.HandlerApi;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.HttpTextApi;
import netarium.engine.vm.api.HttpdApi;
import netarium.engine.vm.api.IoApi;
import netarium.engine.vm.api.LuaHost;
import netarium.engine.vm.api.NetApi;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.OsApi;
import netarium.engine.vm.api.StrApi;
import netarium.engine.vm.api.SyncApi;
import netarium.engine.vm.api.TaskApi;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.gohttp.HttpNames;
import netarium.engine.vm.gohttp.client.ClientApi;
import netarium.engine.vm.gohttp.server.ServerApi;
import netarium.engine.vm.gotls.TlsModule;
import netarium.engine.vm.gourl.UrlApi;
import netarium.engine.vm.json.JsonLibrary;
import netarium.engine.vm.love.LoveLibrary;
import netarium.engine.vm.modules.BundledModules;
import netarium.engine.vm.modules.HlhvTable;
import netarium.engine.vm.names.LookupApi;
import netarium.engine.vm.network.NetworkApi;
import netarium.engine.vm.network.Socks5Api;
import netarium.engine.vm.pool.PoolApi;
import netarium.engine.vm.web.FetchApi;
import netarium.engine.vm.web.PolledHttp;
import org.jspecify.annotations.Nullable;

/// Puts all libraries into a new process: those of Lua 5.2 and those of a networked machine.
final class Libraries {
  /// Where modules are looked for: those of a project, then those that come with the machine.
  private static final String MODULE_PATH = "scripts/?.lua;?.lua;" + BundledModules.TEMPLATE;

  private static final int MOST_FIELDS = 24;
  private static final int FEW_FIELDS = 12;

  /// Of the table `http`: messages, requests, pools, and both halves of Go's package.
  private static final int HTTP_FIELDS = 64;

  private static final Module NET = Module.of("net");
  private static final Module HTTP = Module.of("http");
  private static final Module HTTPD = Module.of("httpd");
  private static final Module STR = Module.of("str");
  private static final Module JSON = Module.of("json");
  private static final Module LOVE = Module.of("love");
  private static final Module NETWORK = Module.of("network");
  private static final Module SOCKS5 = Module.of("socks5");
  private static final Module URL = Module.of("url");
  private static final Module TLS = Module.of("tls");
  private static final Module SYNC = Module.of("sync");
  private static final Module HLHV = Module.of("hlhv");

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
    IoApi io = IoApi.install(machine, host, t -> NetError.nameInIo(machine, t));
    process.atEnd(io::closeAll);
    OsApi.install(
        machine,
        host,
        t -> {
          NetError.nameInOs(machine, t);
          SpawnApi.install(process, host, t);
        });
    FsApi.install(machine, host);
    TaskApi.install(process);
    HandlerApi.install(machine, host);
    FetchApi.install(process);
    Table net = new Table(machine, 0, MOST_FIELDS);
    NET.set(machine, net);
    NetApi.install(process, net);
    AddressApi.install(net);
    DialApi.install(process, net);
    LookupApi.install(net);
    HTTP.set(
        machine,
        Table.filledLater(
            machine,
            HTTP_FIELDS,
            t -> {
              HttpTextApi.install(process, t);
              PoolApi.install(process, t, Libraries::install);
              PolledHttp.install(process, t);
              HttpNames.install(machine, t);
              ClientApi.install(process, t);
              ServerApi.install(machine, t);
            }));
    HTTPD.set(machine, later(machine, t -> HttpdApi.install(machine, host, t)));
    STR.set(machine, later(machine, StrApi::install));
    JSON.set(machine, JsonLibrary.later(machine));
    LOVE.set(machine, LoveLibrary.later(process));
    NETWORK.set(machine, later(machine, t -> NetworkApi.install(process, t)));
    SOCKS5.set(machine, later(machine, t -> Socks5Api.install(process, t)));
    URL.set(machine, later(machine, UrlApi::install));
    TLS.set(machine, Table.filledLater(machine, TlsModule.FIELDS, TlsModule::install));
    SYNC.set(machine, later(machine, SyncApi.FUNCTIONS));
    HLHV.set(machine, HlhvTable.later(machine, process.vm().chunks()));
  }

  private static Table later(LuaMachine machine, Table.Filler filler) {
    return Table.filledLater(machine, FEW_FIELDS, filler);
  }

  /// A table that is global under its name and what `require("lua.NAME")` gives.
  private record Module(Str global, Str path) {
    static Module of(String name) {
      return new Module(Str.constant(name), Str.constant("lua." + name));
    }

    void set(LuaMachine machine, Table table) {
      machine.globals.set(global, table);
      machine.loaded.set(path, table);
    }
  }

  private static byte @Nullable [] read(Process process, String path) {
    String absolute = FilePath.join(process.workingDirectory(), path);
    FileCaller caller = new LuaHost(process).caller();
    return process.vm().files().read(absolute, caller) instanceof FileResult.Done<byte[]> done
        ? done.value()
        : null;
  }
}
