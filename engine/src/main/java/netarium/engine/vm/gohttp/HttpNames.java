package netarium.engine.vm.gohttp;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;

/// What client and server share of the table `http`: functions on values, and the names of status
/// codes, methods and errors. The names are many and most programs need few of them, so each is
/// made when a program first looks at it.
public final class HttpNames {
  /// Fields that [#install] puts into the table.
  public static final int FIELDS = 6;

  private static final Library FUNCTIONS =
      Library.of(
          "http",
          Library.entry("Header", HeaderApi.CONSTRUCTOR),
          Library.entry("CanonicalHeaderKey", HeaderApi.CANONICAL),
          Library.entry("Cookie", CookieValue.CONSTRUCTOR),
          Library.entry("ParseCookie", CookieValue.PARSE),
          Library.entry("ParseSetCookie", CookieValue.PARSE_SET),
          Library.function("http", "StatusText", HttpNames::statusText));

  private static final Library.Entry INDEX =
      Library.entry("__index", Native.of("http.__index", HttpNames::named));

  private static final Map<String, String> METHODS = new LinkedHashMap<>();

  static {
    METHODS.put("MethodGet", "GET");
    METHODS.put("MethodHead", "HEAD");
    METHODS.put("MethodPost", "POST");
    METHODS.put("MethodPut", "PUT");
    METHODS.put("MethodPatch", "PATCH");
    METHODS.put("MethodDelete", "DELETE");
    METHODS.put("MethodConnect", "CONNECT");
    METHODS.put("MethodOptions", "OPTIONS");
    METHODS.put("MethodTrace", "TRACE");
  }

  private HttpNames() {}

  /// The table gets no other metatable.
  public static void install(LuaMachine machine, Table http) {
    FUNCTIONS.fill(http);
    Table metatable = new Table(machine, 0, 1);
    metatable.set(INDEX.name(), INDEX.value());
    http.setMetatable(metatable);
  }

  private static int statusText(Coroutine co, int func, int n) {
    int code = Args.checkInt(co, func, n, 1);
    return co.returns(func, Values.str(co.machine, GoStatus.text(code)));
  }

  private static int named(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table http && co.arg(func, n, 2) instanceof Str name) {
      LuaValue value = named(co.machine, name.toLatin1());
      if (!value.isNil()) {
        http.set(name, value);
      }
      return co.returns(func, value);
    }
    return co.returns(func, Nil.NIL);
  }

  private static LuaValue named(LuaMachine machine, String name) {
    Integer code = GoStatus.code(name);
    if (code != null) {
      return new Num(code);
    }
    String method = METHODS.get(name);
    if (method != null) {
      return Values.str(machine, method);
    }
    NetError error = HttpErrors.named(name);
    if (error != null) {
      return error.value(machine);
    }
    return switch (name) {
      case "SameSiteDefaultMode" -> new Num(Cookie.SameSite.DEFAULT.number);
      case "SameSiteLaxMode" -> new Num(Cookie.SameSite.LAX.number);
      case "SameSiteStrictMode" -> new Num(Cookie.SameSite.STRICT.number);
      case "SameSiteNoneMode" -> new Num(Cookie.SameSite.NONE.number);
      default -> Nil.NIL;
    };
  }
}
