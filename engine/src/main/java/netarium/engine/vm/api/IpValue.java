package netarium.engine.vm.api;

import java.util.function.Predicate;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import org.jspecify.annotations.Nullable;

/// Go's `net.IP` and `net.IPMask` as scripts see them: values with methods.
public final class IpValue {
  private static final String IP = "IP";
  private static final String MASK = "IPMask";

  /// Of a mask the octets, so that an address cannot be passed for it.
  public record Mask(IpOctets bits) {}

  private IpValue() {}

  public static LuaValue of(LuaMachine machine, IpOctets ip) {
    return Handles.value(machine, ip, IP, IpValue::fillIp);
  }

  public static LuaValue ofNullable(LuaMachine machine, @Nullable IpOctets ip) {
    return ip == null ? Nil.NIL : of(machine, ip);
  }

  public static LuaValue mask(LuaMachine machine, @Nullable IpOctets mask) {
    return mask == null ? Nil.NIL : Handles.value(machine, new Mask(mask), MASK, IpValue::fillMask);
  }

  public static IpOctets check(Coroutine co, int func, int n, int i) {
    return Handles.check(co, func, n, i, IpOctets.class, IP);
  }

  public static IpOctets checkMask(Coroutine co, int func, int n, int i) {
    return Handles.check(co, func, n, i, Mask.class, MASK).bits();
  }

  private static void fillIp(Table t) {
    t.set("__tostring", Native.of("IP.__tostring", IpValue::text));
    t.set("__eq", Native.of("IP.__eq", IpValue::equal));
    t.set("__len", Native.of("IP.__len", IpValue::length));
    t.set("String", Native.of("IP.String", IpValue::text));
    t.set("Equal", Native.of("IP.Equal", IpValue::equal));
    t.set("To4", Native.of("IP.To4", IpValue::to4));
    t.set("To16", Native.of("IP.To16", IpValue::to16));
    t.set("Mask", Native.of("IP.Mask", IpValue::masked));
    t.set("DefaultMask", Native.of("IP.DefaultMask", IpValue::defaultMask));
    is(t, "IsUnspecified", IpOctets::isUnspecified);
    is(t, "IsLoopback", IpOctets::isLoopback);
    is(t, "IsPrivate", IpOctets::isPrivate);
    is(t, "IsMulticast", IpOctets::isMulticast);
    is(t, "IsInterfaceLocalMulticast", IpOctets::isInterfaceLocalMulticast);
    is(t, "IsLinkLocalMulticast", IpOctets::isLinkLocalMulticast);
    is(t, "IsLinkLocalUnicast", IpOctets::isLinkLocalUnicast);
    is(t, "IsGlobalUnicast", IpOctets::isGlobalUnicast);
  }

  private static void is(Table t, String name, Predicate<IpOctets> question) {
    t.set(
        name,
        Native.of(
            "IP." + name, (co, func, n) -> co.returns(func, question.test(check(co, func, n, 1)))));
  }

  private static void fillMask(Table t) {
    t.set("__tostring", Native.of("IPMask.__tostring", IpValue::hex));
    t.set("__len", Native.of("IPMask.__len", IpValue::maskLength));
    t.set("__eq", Native.of("IPMask.__eq", IpValue::equalMasks));
    t.set("String", Native.of("IPMask.String", IpValue::hex));
    t.set("Size", Native.of("IPMask.Size", IpValue::size));
  }

  private static int text(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, check(co, func, n, 1).text()));
  }

  private static int equal(Coroutine co, int func, int n) {
    return co.returns(func, check(co, func, n, 1).isSame(check(co, func, n, 2)));
  }

  private static int length(Coroutine co, int func, int n) {
    return co.returns(func, check(co, func, n, 1).length());
  }

  private static int to4(Coroutine co, int func, int n) {
    return co.returns(func, ofNullable(co.machine, check(co, func, n, 1).to4()));
  }

  private static int to16(Coroutine co, int func, int n) {
    return co.returns(func, ofNullable(co.machine, check(co, func, n, 1).to16()));
  }

  private static int masked(Coroutine co, int func, int n) {
    IpOctets ip = check(co, func, n, 1);
    return co.returns(func, ofNullable(co.machine, ip.masked(checkMask(co, func, n, 2))));
  }

  private static int defaultMask(Coroutine co, int func, int n) {
    return co.returns(func, mask(co.machine, check(co, func, n, 1).defaultMask()));
  }

  private static int hex(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, checkMask(co, func, n, 1).hex()));
  }

  private static int maskLength(Coroutine co, int func, int n) {
    return co.returns(func, checkMask(co, func, n, 1).length());
  }

  private static int equalMasks(Coroutine co, int func, int n) {
    String one = checkMask(co, func, n, 1).hex();
    return co.returns(func, one.equals(checkMask(co, func, n, 2).hex()));
  }

  /// Ones and bits; 0, 0 when ones follow after a zero.
  private static int size(Coroutine co, int func, int n) {
    IpOctets mask = checkMask(co, func, n, 1);
    int ones = mask.ones();
    return ones < 0
        ? co.returns(func, Num.ZERO, Num.ZERO)
        : co.returns(func, new Num(ones), new Num(mask.length() * 8));
  }

  /// One octet of an address from a script.
  public static int octet(Coroutine co, int func, int n, int i) {
    double value = Args.checkNumber(co, func, n, i);
    Args.check(co, value >= 0 && value <= 255 && value == Math.rint(value), i, "octet expected");
    return (int) value;
  }
}
