package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import org.jspecify.annotations.Nullable;

/// The part of `os` that deals with time: simulated, in UTC, with the C locale's names.
public final class TimeApi {
  private static final Str DEFAULT_FORMAT = Str.constant("%c");
  private static final long NANOS = 1_000_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  /// What C's `mktime` takes off when told that summer time is on where there is none.
  private static final int SUMMER_TIME_SECONDS = 3600;

  private final ProcessHost host;

  private TimeApi(ProcessHost host) {
    this.host = host;
  }

  public static void install(LuaMachine machine, ProcessHost host, Table os) {
    machine.addHost(new TimeApi(host));
    os.set("time", Native.method("os.time", TimeApi.class, TimeApi::time).asWorldCall());
    os.set("date", Native.method("os.date", TimeApi.class, TimeApi::date).asWorldCall());
    os.set("clock", Native.method("os.clock", TimeApi.class, TimeApi::clock).asWorldCall());
    os.set("difftime", Native.of("os.difftime", TimeApi::difftime));
  }

  private int clock(Coroutine co, int func, int n) {
    return co.returns(func, host.cpuNanos() / NANOS_PER_SECOND);
  }

  private static int difftime(Coroutine co, int func, int n) {
    double later = (double) Args.checkLong(co, func, n, 1);
    return co.returns(func, later - (double) Args.optLong(co, func, n, 2, 0));
  }

  private long now() {
    return Math.floorDiv(host.epochNanos(), NANOS);
  }

  // ---- os.time -----------------------------------------------------------------------------

  private int time(Coroutine co, int func, int n) {
    if (Args.isNoneOrNil(co, func, n, 1)) {
      return co.returns(func, (double) now());
    }
    Table fields = Args.checkTable(co, func, n, 1);
    int second = field(co, fields, "sec", 0);
    int minute = field(co, fields, "min", 0);
    int hour = field(co, fields, "hour", 12);
    int day = field(co, fields, "day", -1);
    // C counts months from 0 and years from 1900 in 32 bits, and so do overflows.
    int month = field(co, fields, "month", -1) - 1;
    int year = field(co, fields, "year", -1) - 1900;
    long seconds = CivilTime.seconds(year + 1900L, month + 1L, day, hour, minute, second);
    if (value(fields, Str.of("isdst")).isTrue()) {
      seconds -= SUMMER_TIME_SECONDS;
    }
    // C's mktime says -1 for "cannot be represented", so Lua cannot tell that second from it.
    return seconds == -1 ? co.returns(func, Nil.NIL) : co.returns(func, (double) seconds);
  }

  private static int field(Coroutine co, Table fields, String key, int fallback) {
    @Nullable Num number = number(value(fields, Str.of(key)));
    if (number != null) {
      double v = number.v;
      return (int) (v >= -0x1p63 && v < 0x1p63 ? (long) v : Long.MIN_VALUE);
    }
    if (fallback < 0) {
      throw co.error("field '" + key + "' missing in date table", 1);
    }
    return fallback;
  }

  private static @Nullable Num number(LuaValue value) {
    return switch (value) {
      case Num n -> n;
      case Str s -> LuaNumberText.parse(s);
      default -> null;
    };
  }

  /// A field, looked for through `__index` tables; an `__index` function is not asked.
  private static LuaValue value(Table fields, Str key) {
    Table at = fields;
    for (int hops = 0; hops < 100; hops++) {
      LuaValue found = at.get(key);
      Table metatable = at.metatable();
      if (found != Nil.NIL
          || metatable == null
          || !(metatable.get("__index") instanceof Table next)) {
        return found;
      }
      at = next;
    }
    return Nil.NIL;
  }

  // ---- os.date -----------------------------------------------------------------------------

  private int date(Coroutine co, int func, int n) {
    String format = Args.optStr(co, func, n, 1, DEFAULT_FORMAT).toLatin1();
    long seconds = Args.isNoneOrNil(co, func, n, 2) ? now() : Args.checkLong(co, func, n, 2);
    int nul = format.indexOf('\0');
    format = nul < 0 ? format : format.substring(0, nul);
    boolean isUniversal = format.startsWith("!");
    format = isUniversal ? format.substring(1) : format;
    if (Math.abs(seconds) > Long.MAX_VALUE / 100 || seconds == Long.MIN_VALUE) {
      return co.returns(func, Nil.NIL);
    }
    CivilTime time = CivilTime.of(seconds);
    if (time.year() - 1900 != (int) (time.year() - 1900)) {
      return co.returns(func, Nil.NIL);
    }
    if (format.equals("*t")) {
      return co.returns(func, table(co, time));
    }
    String text = text(co, format, new DateFormat(time, isUniversal ? "GMT" : "UTC"));
    co.machine.account.charge(Str.HEADER_OCTETS + text.length());
    co.machine.charge(8L * text.length());
    return co.returns(func, Str.latin1(text));
  }

  private static String text(Coroutine co, String format, DateFormat date) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      if (out.length() > co.machine.account.limit()) {
        throw co.error("not enough memory", 0);
      }
      if (format.charAt(i) != '%') {
        out.append(format.charAt(i));
        continue;
      }
      Optional<Integer> length = DateFormat.conversionLength(format, i);
      if (length.isEmpty()) {
        String rest = format.substring(i);
        throw Args.argError(co, 1, "invalid conversion specifier '" + rest + "'");
      }
      i += length.get();
      out.append(date.text(format.charAt(i)));
    }
    return out.toString();
  }

  private static Table table(Coroutine co, CivilTime time) {
    Table t = new Table(co.machine, 0, 9);
    Results.set(t, "sec", time.second());
    Results.set(t, "min", time.minute());
    Results.set(t, "hour", time.hour());
    Results.set(t, "day", time.day());
    Results.set(t, "month", time.month());
    Results.set(t, "year", (double) time.year());
    Results.set(t, "wday", time.weekday() + 1);
    Results.set(t, "yday", time.yearDay() + 1);
    Results.set(t, "isdst", false);
    return t;
  }
}
