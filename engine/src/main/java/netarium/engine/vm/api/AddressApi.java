package netarium.engine.vm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import org.jspecify.annotations.Nullable;

/// The functions of `net` that only read and write addresses: `ParseIP`, `ParseCIDR`, `IPv4`,
/// `IPv4Mask`, `CIDRMask`, `SplitHostPort`, `JoinHostPort`, and the named values beside them. Their
/// results and texts are those of Go.
public final class AddressApi {
  private AddressApi() {}

  private static final Library FUNCTIONS =
      Library.of(
          "net",
          Library.function("net", "ParseIP", AddressApi::parseIp),
          Library.function("net", "ParseCIDR", AddressApi::parseCidr),
          Library.function("net", "IPv4", AddressApi::ipv4),
          Library.function("net", "IPv4Mask", AddressApi::ipv4Mask),
          Library.function("net", "CIDRMask", AddressApi::cidrMask),
          Library.function("net", "SplitHostPort", AddressApi::splitHostPort),
          Library.function("net", "JoinHostPort", AddressApi::joinHostPort));

  public static void install(Table net) {
    FUNCTIONS.fill(net);
  }

  /// The values beside the functions, which are made when they are first asked for.
  private static final Map<String, Function<LuaMachine, LuaValue>> NAMED = new LinkedHashMap<>();

  static {
    named("ErrClosed", NetError.CLOSED);
    named("ErrTimeout", NetError.TIMEOUT);
    named("ErrConnectionRefused", NetError.REFUSED);
    named("ErrConnectionReset", NetError.RESET);
    named("ErrAddressInUse", NetError.IN_USE);
    named("ErrAddressNotAvailable", NetError.NOT_AVAILABLE);
    named("IPv4zero", "0.0.0.0");
    named("IPv4bcast", "255.255.255.255");
    named("IPv4allsys", "224.0.0.1");
    named("IPv4allrouter", "224.0.0.2");
    named("IPv6zero", "::");
    named("IPv6unspecified", "::");
    named("IPv6loopback", "::1");
    named("IPv6interfacelocalallnodes", "ff01::1");
    named("IPv6linklocalallnodes", "ff02::1");
    named("IPv6linklocalallrouters", "ff02::2");
    NAMED.put("IPv4len", machine -> new Num(IpOctets.V4));
    NAMED.put("IPv6len", machine -> new Num(IpOctets.V6));
  }

  private static void named(String name, NetError error) {
    NAMED.put(name, error::value);
  }

  private static void named(String name, String ip) {
    NAMED.put(name, machine -> IpValue.ofNullable(machine, IpText.parse(ip)));
  }

  /// The names of these values.
  static Set<String> names() {
    return NAMED.keySet();
  }

  /// A value `net` has under this name, made when it is first asked for; or null.
  static @Nullable LuaValue named(LuaMachine machine, String name) {
    Function<LuaMachine, LuaValue> made = NAMED.get(name);
    return made == null ? null : made.apply(machine);
  }

  private static String text(Coroutine co, int func, int n, int i) {
    Str text = Args.checkStr(co, func, n, i);
    co.machine.charge(text.length);
    return text.toLatin1();
  }

  private static int parseIp(Coroutine co, int func, int n) {
    IpOctets ip = IpText.parse(text(co, func, n, 1));
    return co.returns(func, IpValue.ofNullable(co.machine, ip));
  }

  private static int parseCidr(Coroutine co, int func, int n) {
    String text = text(co, func, n, 1);
    IpNetwork.Cidr cidr = IpNetwork.parse(text);
    LuaMachine machine = co.machine;
    return cidr == null
        ? co.returns(
            func,
            Nil.NIL,
            Nil.NIL,
            NetError.address("invalid CIDR address: " + text).value(machine))
        : co.returns(
            func, IpValue.of(machine, cidr.address()), cidr.network().value(machine), Nil.NIL);
  }

  private static int ipv4(Coroutine co, int func, int n) {
    return co.returns(func, IpValue.of(co.machine, fourOctets(co, func, n)));
  }

  private static int ipv4Mask(Coroutine co, int func, int n) {
    return co.returns(func, IpValue.mask(co.machine, fourOctets(co, func, n).to4()));
  }

  private static IpOctets fourOctets(Coroutine co, int func, int n) {
    return IpOctets.v4(
        IpValue.octet(co, func, n, 1),
        IpValue.octet(co, func, n, 2),
        IpValue.octet(co, func, n, 3),
        IpValue.octet(co, func, n, 4));
  }

  private static int cidrMask(Coroutine co, int func, int n) {
    long ones = Args.checkLong(co, func, n, 1);
    long bits = Args.checkLong(co, func, n, 2);
    return co.returns(func, IpValue.mask(co.machine, IpOctets.mask(ones, bits)));
  }

  private static int splitHostPort(Coroutine co, int func, int n) {
    HostPort parts = HostPort.split(text(co, func, n, 1));
    LuaMachine machine = co.machine;
    return parts.error().isEmpty()
        ? co.returns(
            func, Values.str(machine, parts.host()), Values.str(machine, parts.port()), Nil.NIL)
        : co.returns(func, Nil.NIL, Nil.NIL, NetError.address(parts.error()).value(machine));
  }

  private static int joinHostPort(Coroutine co, int func, int n) {
    String joined = HostPort.join(text(co, func, n, 1), text(co, func, n, 2));
    return co.returns(func, Values.str(co.machine, joined));
  }
}
