package netarium.engine.vm.gohttp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.codec.HttpDate;
import netarium.engine.lua.Bool;
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
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;

/// A [Cookie] as scripts have it: a table with Go's fields and the methods `String` and `Valid`.
/// Parts that say nothing are left out of the table. `Expires` is in seconds since 1970, as
/// `os.time` counts, or the text of a date.
public final class CookieValue {
  static final Native CONSTRUCTOR = Native.of("http.Cookie", CookieValue::construct);
  static final Native PARSE = Native.of("http.ParseCookie", CookieValue::parse);
  static final Native PARSE_SET = Native.of("http.ParseSetCookie", CookieValue::parseSet);

  private static final NetError BLANK = new NetError("invalid", "http: blank cookie", false);
  private static final NetError INVALID = new NetError("invalid", "http: invalid cookie", false);

  private CookieValue() {}

  // ---- to scripts --------------------------------------------------------------------------

  public static Table of(LuaMachine machine, Cookie cookie) {
    Table table = new Table(machine, 0, 4);
    table.set("Name", Values.str(machine, cookie.name()));
    table.set("Value", Values.str(machine, cookie.value()));
    put(table, "Quoted", cookie.isQuoted());
    put(machine, table, "Path", cookie.path());
    put(machine, table, "Domain", cookie.domain());
    cookie.expires().ifPresent(seconds -> table.set("Expires", new Num(seconds)));
    if (cookie.maxAge() != 0) {
      table.set("MaxAge", new Num(cookie.maxAge()));
    }
    put(table, "Secure", cookie.isSecure());
    put(table, "HttpOnly", cookie.isHttpOnly());
    if (cookie.sameSite() != Cookie.SameSite.UNSAID) {
      table.set("SameSite", new Num(cookie.sameSite().number));
    }
    table.setMetatable(Handles.metatable(machine, "Cookie", CookieValue::fill));
    return table;
  }

  private static void put(LuaMachine machine, Table table, String field, String text) {
    if (!text.isEmpty()) {
      table.set(field, Values.str(machine, text));
    }
  }

  private static void put(Table table, String field, boolean isSo) {
    if (isSo) {
      table.set(field, (LuaValue) Bool.TRUE);
    }
  }

  private static void fill(Table t) {
    Native string = Native.of("Cookie.String", CookieValue::string);
    t.set("__tostring", string);
    t.set("String", string);
    t.set("Valid", Native.of("Cookie.Valid", CookieValue::valid));
  }

  // ---- from scripts ------------------------------------------------------------------------

  /// The cookie that a table says, argument `i` of the running native.
  public static Cookie argument(Coroutine co, int func, int n, int i) {
    Args.checkTable(co, func, n, i);
    return read(co, co.arg(func, n, i), i);
  }

  /// The cookie that a value says, which is argument `i` of the running native or a part of it.
  public static Cookie read(Coroutine co, LuaValue value, int i) {
    if (!(value instanceof Table table)) {
      throw Args.argError(co, i, "Cookie expected, got " + value.typeName());
    }
    return new Cookie(
        text(co, table, "Name", i),
        text(co, table, "Value", i),
        table.get("Quoted").isTrue(),
        text(co, table, "Path", i),
        text(co, table, "Domain", i),
        expires(co, table.get("Expires"), i),
        (int) number(co, table, "MaxAge", i),
        table.get("Secure").isTrue(),
        table.get("HttpOnly").isTrue(),
        sameSite(co, table.get("SameSite"), i));
  }

  private static String text(Coroutine co, Table table, String field, int i) {
    return switch (table.get(field)) {
      case Nil _ -> "";
      case Str text -> text.toLatin1();
      case Num number -> LuaNumberText.toStr(number.v).toLatin1();
      default -> throw Args.argError(co, i, field + " of a cookie is a string");
    };
  }

  private static double number(Coroutine co, Table table, String field, int i) {
    return switch (table.get(field)) {
      case Nil _ -> 0;
      case Num number -> number.v;
      default -> throw Args.argError(co, i, field + " of a cookie is a number of seconds");
    };
  }

  private static OptionalLong expires(Coroutine co, LuaValue given, int i) {
    return switch (given) {
      case Nil _ -> OptionalLong.empty();
      case Num number -> OptionalLong.of((long) Math.floor(number.v));
      case Str text -> {
        OptionalLong date = HttpDate.read(text.toLatin1());
        Args.check(co, date.isPresent(), i, "Expires of a cookie is no date: " + text);
        yield date;
      }
      default ->
          throw Args.argError(
              co, i, "Expires of a cookie is in seconds since 1970, or the text of a date");
    };
  }

  private static Cookie.SameSite sameSite(Coroutine co, LuaValue given, int i) {
    Cookie.SameSite[] all = Cookie.SameSite.values();
    return switch (given) {
      case Nil _ -> Cookie.SameSite.UNSAID;
      case Str text -> CookieReading.sameSite(text.toLatin1());
      case Num number when number.v >= 0 && number.v < all.length -> all[(int) number.v];
      default -> throw Args.argError(co, i, "SameSite of a cookie is one of http.SameSite…");
    };
  }

  // ---- natives -----------------------------------------------------------------------------

  /// `http.Cookie{Name = "a", Value = "b"}`: the table itself, with its methods.
  private static int construct(Coroutine co, int func, int n) {
    Table table = Args.checkTable(co, func, n, 1);
    argument(co, func, n, 1);
    table.setMetatable(Handles.metatable(co.machine, "Cookie", CookieValue::fill));
    return co.returns(func, table);
  }

  private static int string(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, argument(co, func, n, 1).toSetCookie()));
  }

  /// `cookie:Valid()` → nil, or why `String` gives nothing.
  private static int valid(Coroutine co, int func, int n) {
    boolean isGood = !argument(co, func, n, 1).toSetCookie().isEmpty();
    return co.returns(func, isGood ? Nil.NIL : INVALID.value(co.machine));
  }

  /// `http.ParseCookie(line)` → the cookies of a `Cookie` field.
  private static int parse(Coroutine co, int func, int n) {
    String line = Args.checkStr(co, func, n, 1).toLatin1();
    co.machine.charge(line.length());
    List<Cookie> cookies = Cookie.ofRequest(List.of(line));
    if (cookies.isEmpty()) {
      return co.returns(func, Nil.NIL, (line.isBlank() ? BLANK : INVALID).value(co.machine));
    }
    return co.returns(func, array(co.machine, cookies), Nil.NIL);
  }

  /// `http.ParseSetCookie(line)` → the cookie of a `Set-Cookie` field.
  private static int parseSet(Coroutine co, int func, int n) {
    String line = Args.checkStr(co, func, n, 1).toLatin1();
    co.machine.charge(line.length());
    Optional<Cookie> cookie = CookieReading.setCookie(line);
    return cookie.isPresent()
        ? co.returns(func, of(co.machine, cookie.get()), Nil.NIL)
        : co.returns(func, Nil.NIL, (line.isBlank() ? BLANK : INVALID).value(co.machine));
  }

  /// Cookies as an array.
  public static Table array(LuaMachine machine, List<Cookie> cookies) {
    Table array = new Table(machine, cookies.size(), 0);
    for (Cookie each : cookies) {
      array.set(array.length() + 1, of(machine, each));
    }
    return array;
  }
}
