package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.trace.Endpoint;

/// One end of a conversation as scripts see it, Go's `TCPAddr` and `UDPAddr`: `addr:Network()`,
/// `addr:String()`, `addr.IP`, `addr.Port`.
public record NetAddr(String network, Endpoint endpoint) implements SocketAddr {
  private static final String KIND = "Addr";

  @Override
  public LuaValue value(LuaMachine machine) {
    return Handles.value(machine, this, KIND, NetAddr::fill);
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("Addr.__index", NetAddr::index));
    t.set("__tostring", Native.of("Addr.__tostring", NetAddr::string));
    t.set("__eq", Native.of("Addr.__eq", NetAddr::equal));
    t.set("String", Native.of("Addr.String", NetAddr::string));
    t.set("Network", Native.of("Addr.Network", NetAddr::network));
  }

  public static NetAddr check(Coroutine co, int func, int n, int i) {
    return Handles.check(co, func, n, i, NetAddr.class, KIND);
  }

  @Override
  public String text() {
    return endpoint.address() + ":" + endpoint.port();
  }

  private static int string(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, check(co, func, n, 1).text()));
  }

  private static int network(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, check(co, func, n, 1).network));
  }

  private static int equal(Coroutine co, int func, int n) {
    return co.returns(func, check(co, func, n, 1).equals(check(co, func, n, 2)));
  }

  private static int index(Coroutine co, int func, int n) {
    NetAddr addr = check(co, func, n, 1);
    String key = co.arg(func, n, 2) instanceof Str name ? name.toLatin1() : "";
    return switch (key) {
      case "IP" -> co.returns(func, IpValue.of(co.machine, IpOctets.of(addr.endpoint.address())));
      case "Port" -> co.returns(func, new Num(addr.endpoint.port()));
      case "Zone" -> co.returns(func, Str.EMPTY);
      default -> {
        Table own = co.stack[func + 1] instanceof Userdata data ? data.metatable() : null;
        yield co.returns(func, own == null ? Nil.NIL : own.get(co.arg(func, n, 2)));
      }
    };
  }
}
