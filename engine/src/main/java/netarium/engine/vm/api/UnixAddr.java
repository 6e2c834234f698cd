package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;

/// The name of a Unix socket as scripts see it, Go's `UnixAddr`: `addr:Network()`, `addr:String()`,
/// `addr.Name`, `addr.Net`. An end that has no name is the empty one.
public record UnixAddr(String path) implements SocketAddr {
  /// As networks are called.
  public static final String NETWORK = "unix";

  private static final String KIND = "UnixAddr";

  @Override
  public String network() {
    return NETWORK;
  }

  @Override
  public String text() {
    return path;
  }

  @Override
  public LuaValue value(LuaMachine machine) {
    return Handles.value(machine, this, KIND, UnixAddr::fill);
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("UnixAddr.__index", UnixAddr::index));
    t.set("__tostring", Native.of("UnixAddr.__tostring", UnixAddr::string));
    t.set("__eq", Native.of("UnixAddr.__eq", UnixAddr::equal));
    t.set("String", Native.of("UnixAddr.String", UnixAddr::string));
    t.set("Network", Native.of("UnixAddr.Network", UnixAddr::network));
  }

  private static UnixAddr self(Coroutine co, int func, int n, int i) {
    return Handles.check(co, func, n, i, UnixAddr.class, KIND);
  }

  private LuaValue name(LuaMachine machine) {
    return Results.string(machine, path);
  }

  private static int string(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n, 1).name(co.machine));
  }

  private static int network(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, self(co, func, n, 1).network()));
  }

  private static int equal(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n, 1).equals(self(co, func, n, 2)));
  }

  private static int index(Coroutine co, int func, int n) {
    UnixAddr addr = self(co, func, n, 1);
    String key = co.arg(func, n, 2) instanceof Str name ? name.toLatin1() : "";
    return switch (key) {
      case "Name" -> co.returns(func, addr.name(co.machine));
      case "Net" -> co.returns(func, Values.str(co.machine, NETWORK));
      default -> {
        Table own = co.stack[func + 1] instanceof Userdata data ? data.metatable() : null;
        yield co.returns(func, own == null ? Nil.NIL : own.get(co.arg(func, n, 2)));
      }
    };
  }
}
