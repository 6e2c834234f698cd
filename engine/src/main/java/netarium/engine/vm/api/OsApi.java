package netarium.engine.vm.api;

import java.util.Map;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.OpenFile;
import netarium.engine.vm.files.OpenMode;
import org.jspecify.annotations.Nullable;

/// The `os` library: that of Lua 5.2, `os.setenv`, and what a simulated machine tells about itself.
/// Functions that start or watch other processes are added by whoever runs processes.
public final class OsApi {
  private static final Str C_LOCALE = Str.constant("C");
  private static final String[] LOCALE_CATEGORIES = {
    "all", "collate", "ctype", "monetary", "numeric", "time"
  };
  private static final Str OS = Str.constant("os");
  private static final int MOST_FIELDS = 48;
  private static final String TEMPORARY = "/tmp/lua_";
  private static final int TEMPORARY_LETTERS = 6;
  private static final int MAX_TEMPORARY_TRIES = 10_000;
  private static final int MOST_ENVIRONMENT_OCTETS = 128 * 1024;

  private final ProcessHost host;
  private int temporaries;

  private OsApi(ProcessHost host) {
    this.host = host;
  }

  /// Makes the library and sets the global `os`.
  public static void install(LuaMachine machine, ProcessHost host) {
    install(machine, host, os -> {});
  }

  /// As {@link #install(LuaMachine, ProcessHost)}, with what others add.
  public static void install(LuaMachine machine, ProcessHost host, Table.Filler others) {
    Table os =
        Table.filledLater(
            machine,
            MOST_FIELDS,
            t -> {
              fill(machine, t, host);
              others.fill(t);
            });
    machine.globals.set(OS, os);
    machine.loaded.set(OS, os);
  }

  private static void fill(LuaMachine machine, Table os, ProcessHost host) {
    OsApi api = new OsApi(host);
    os.set("execute", Native.of("os.execute", OsApi::execute));
    os.set("exit", Native.of("os.exit", api::exit).asWorldCall());
    os.set("getenv", Native.of("os.getenv", api::getenv).asWorldCall());
    os.set("remove", Native.of("os.remove", api::remove).asWorldCall());
    os.set("rename", Native.of("os.rename", api::rename).asWorldCall());
    os.set("setenv", Native.of("os.setenv", api::setenv).asWorldCall());
    os.set("setlocale", Native.of("os.setlocale", OsApi::setlocale));
    os.set("tmpname", Native.of("os.tmpname", api::tmpname).asWorldCall());
    TimeApi.install(machine, host, os);
    IdentityApi.install(machine, host, os);
    AccountsApi.install(machine, host, os);
  }

  // ---- files -------------------------------------------------------------------------------

  private int remove(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    FileError error =
        switch (HostPaths.inWorkingDirectory(host, name)) {
          case FileResult.Failed<String>(FileError bad) -> bad;
          case FileResult.Done<String>(String path) -> host.files().remove(path, host.caller());
        };
    return Results.outcome(co, func, error, name);
  }

  private int rename(Coroutine co, int func, int n) {
    FileResult<String> from = HostPaths.inWorkingDirectory(host, Args.checkStr(co, func, n, 1));
    FileResult<String> to = HostPaths.inWorkingDirectory(host, Args.checkStr(co, func, n, 2));
    FileError error = from.error().isError() ? from.error() : to.error();
    if (from instanceof FileResult.Done<String>(String source)
        && to instanceof FileResult.Done<String>(String target)) {
      error = host.files().rename(source, target, host.caller());
    }
    return Results.outcome(co, func, error, null);
  }

  /// A name in `/tmp` that was free, as an empty file. Names count up, so runs are alike.
  private int tmpname(Coroutine co, int func, int n) {
    for (int tries = 0; tries < MAX_TEMPORARY_TRIES; tries++) {
      String digits = "00000" + Integer.toString(++temporaries, 36);
      String path = TEMPORARY + digits.substring(digits.length() - TEMPORARY_LETTERS);
      if (host.files().exists(path, host.caller())) {
        continue;
      }
      FileResult<OpenFile> opened = host.files().open(path, OpenMode.WRITE, host.caller());
      if (opened instanceof FileResult.Done<OpenFile>(OpenFile file)) {
        file.close();
        return co.returns(func, Results.string(co.machine, path));
      }
      break;
    }
    throw co.error("unable to generate a unique filename", 1);
  }

  // ---- environment, locale, end ------------------------------------------------------------

  private int getenv(Coroutine co, int func, int n) {
    @Nullable String value = host.environment().get(Args.checkStr(co, func, n, 1).toString());
    return value == null
        ? co.returns(func, Nil.NIL)
        : co.returns(func, Results.string(co.machine, value));
  }

  /// Sets a variable of the process's environment, or takes it away with nil.
  private int setenv(Coroutine co, int func, int n) {
    String name = Args.checkStr(co, func, n, 1).toString();
    Args.check(
        co, !name.isEmpty() && name.indexOf('=') < 0, 1, "name must not be empty or hold '='");
    @Nullable Str value = Args.optStrOrNull(co, func, n, 2);
    if (value == null) {
      host.environment().remove(name);
    } else {
      checkRoom(co, name, value.length);
      host.environment().put(name, value.toString());
    }
    return co.returns(func, true);
  }

  /// An environment is as large as Linux lets one be handed to a program, and no larger.
  private void checkRoom(Coroutine co, String name, int valueOctets) {
    long octets = name.length() + (long) valueOctets;
    for (Map.Entry<String, String> each : host.environment().entrySet()) {
      if (!each.getKey().equals(name)) {
        octets += each.getKey().length() + (long) each.getValue().length();
      }
    }
    co.machine.charge(32L * host.environment().size());
    if (octets > MOST_ENVIRONMENT_OCTETS) {
      throw co.error("environment too large (limit is " + MOST_ENVIRONMENT_OCTETS + " octets)", 1);
    }
  }

  private static int setlocale(Coroutine co, int func, int n) {
    @Nullable Str locale = Args.optStrOrNull(co, func, n, 1);
    Args.checkOption(co, func, n, 2, "all", LOCALE_CATEGORIES);
    String wanted = locale == null ? "" : locale.toString();
    boolean isC = wanted.isEmpty() || wanted.equals("C") || wanted.equals("POSIX");
    return co.returns(func, isC ? C_LOCALE : Nil.NIL);
  }

  /// There is no C shell: asked for one, it says no; given a command, it fails.
  private static int execute(Coroutine co, int func, int n) {
    if (Args.optStrOrNull(co, func, n, 1) == null) {
      return co.returns(func, false);
    }
    String text = "os.execute is not available on a simulated machine; os.spawn starts a program";
    return co.returns(func, Nil.NIL, Results.string(co.machine, text), new Num(127));
  }

  private int exit(Coroutine co, int func, int n) {
    int code =
        switch (co.arg(func, n, 1)) {
          case Bool b -> b.isTrue() ? 0 : 1;
          default -> Args.optInt(co, func, n, 1, 0);
        };
    return host.exit(co, code, Args.toBoolean(co, func, n, 2));
  }
}
