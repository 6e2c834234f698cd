package netarium.engine.vm.api;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import org.jspecify.annotations.Nullable;

/// Go's `net.IPNet`: a network number and its mask, `network.IP` and `network.Mask` to scripts,
/// with the methods `Contains`, `Network` and `String`.
public record IpNetwork(IpOctets ip, IpOctets mask) {
  private static final String KIND = "IPNet";

  /// What `ParseCIDR` reads: the address, and the network it is in. Null when it is neither.
  public record Cidr(IpOctets address, IpNetwork network) {}

  public static @Nullable Cidr parse(String text) {
    int slash = text.indexOf('/');
    IpOctets address = slash < 0 ? null : IpText.parse(text.substring(0, slash));
    if (address == null) {
      return null;
    }
    boolean isV6 = text.lastIndexOf(':', slash) >= 0;
    int bits = isV6 ? 128 : 32;
    int length = IpText.number(text.substring(slash + 1), bits);
    IpOctets mask = length < 0 ? null : IpOctets.mask(length, bits);
    IpOctets number = mask == null ? null : address.masked(mask);
    return mask == null || number == null ? null : new Cidr(address, new IpNetwork(number, mask));
  }

  public LuaValue value(LuaMachine machine) {
    return Handles.value(machine, this, KIND, IpNetwork::fill);
  }

  public boolean contains(IpOctets address) {
    IpOctets number = shortest(ip);
    IpOctets asked = shortest(address);
    if (number.length() != asked.length()) {
      return false;
    }
    IpOctets one = number.masked(mask);
    IpOctets other = asked.masked(mask);
    return one != null && other != null && one.isSame(other);
  }

  private static IpOctets shortest(IpOctets address) {
    IpOctets v4 = address.to4();
    return v4 == null ? address : v4;
  }

  public String text() {
    int ones = mask.ones();
    int bits = shortest(ip).length() * 8;
    int front = mask.length() * 8 - bits;
    return shortest(ip).text() + "/" + (ones < 0 ? mask.hex() : Integer.toString(ones - front));
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("IPNet.__index", IpNetwork::index));
    t.set("__tostring", Native.of("IPNet.__tostring", IpNetwork::string));
    t.set("String", Native.of("IPNet.String", IpNetwork::string));
    t.set("Network", Native.of("IPNet.Network", IpNetwork::network));
    t.set("Contains", Native.of("IPNet.Contains", IpNetwork::contains));
  }

  private static IpNetwork check(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, IpNetwork.class, KIND);
  }

  private static int string(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, check(co, func, n).text()));
  }

  private static int network(Coroutine co, int func, int n) {
    check(co, func, n);
    return co.returns(func, Values.str(co.machine, "ip+net"));
  }

  private static int contains(Coroutine co, int func, int n) {
    return co.returns(func, check(co, func, n).contains(IpValue.check(co, func, n, 2)));
  }

  private static int index(Coroutine co, int func, int n) {
    IpNetwork network = check(co, func, n);
    String key = co.arg(func, n, 2) instanceof Str name ? name.toLatin1() : "";
    return switch (key) {
      case "IP" -> co.returns(func, IpValue.of(co.machine, network.ip));
      case "Mask" -> co.returns(func, IpValue.mask(co.machine, network.mask));
      default -> {
        Table own = co.stack[func + 1] instanceof Userdata data ? data.metatable() : null;
        yield co.returns(func, own == null ? Nil.NIL : own.get(co.arg(func, n, 2)));
      }
    };
  }
}
