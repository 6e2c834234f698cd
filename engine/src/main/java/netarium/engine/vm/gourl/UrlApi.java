package netarium.engine.vm.gourl;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;

/// The module `url`, Go's `net/url`. Nothing in it uses the network.
public final class UrlApi {
  private static final String NAME = "url";

  private UrlApi() {}

  private static final Library FUNCTIONS =
      Library.of(
          NAME,
          Library.function(NAME, "Parse", UrlApi::parse),
          Library.function(NAME, "ParseRequestURI", UrlApi::parseRequest),
          Library.function(NAME, "ParseQuery", UrlApi::parseQuery),
          Library.function(NAME, "JoinPath", UrlApi::joinPath),
          Library.function(NAME, "QueryEscape", escape(UrlEscape.QUERY_COMPONENT)),
          Library.function(NAME, "QueryUnescape", unescape(UrlEscape.QUERY_COMPONENT)),
          Library.function(NAME, "PathEscape", escape(UrlEscape.PATH_SEGMENT)),
          Library.function(NAME, "PathUnescape", unescape(UrlEscape.PATH_SEGMENT)),
          Library.function(NAME, "User", UserValue::user),
          Library.function(NAME, "UserPassword", UserValue::userPassword),
          Library.function(NAME, "URL", UrlValue::make),
          Library.function(NAME, "Values", UrlValues::make));

  public static void install(Table url) {
    FUNCTIONS.fill(url);
  }

  /// Argument `i` as octets in disguise, the work of looking at them charged.
  static String text(Coroutine co, int func, int n, int i) {
    Str text = Args.checkStr(co, func, n, i);
    co.machine.charge(text.length);
    return text.toLatin1();
  }

  static int give(Coroutine co, int func, String text) {
    co.machine.charge(text.length());
    return co.returns(func, Values.str(co.machine, text));
  }

  private static int parse(Coroutine co, int func, int n) {
    String text = text(co, func, n, 1);
    return UrlValue.answer(co, func, () -> GoUrl.parse(text));
  }

  private static int parseRequest(Coroutine co, int func, int n) {
    String text = text(co, func, n, 1);
    return UrlValue.answer(co, func, () -> GoUrl.parseRequest(text));
  }

  /// `url.ParseQuery(text)` → values, err: as in Go, what could be read is there beside an error.
  private static int parseQuery(Coroutine co, int func, int n) {
    UrlQuery.Read read = UrlQuery.parse(text(co, func, n, 1));
    LuaValue error =
        read.fault().map(why -> NetError.address(why).value(co.machine)).orElse(Nil.NIL);
    return co.returns(func, UrlValues.of(co.machine, read.query()), error);
  }

  /// `url.JoinPath(base, elements…)` → text, err.
  private static int joinPath(Coroutine co, int func, int n) {
    String base = text(co, func, n, 1);
    try {
      String joined = GoUrl.parse(base).join(UrlValue.elements(co, func, n)).text();
      return co.returns(func, Values.str(co.machine, joined), Nil.NIL);
    } catch (UrlFaultException fault) {
      return failed(co, func, fault);
    }
  }

  private static Native.Body escape(UrlEscape place) {
    return (co, func, n) -> give(co, func, place.escape(text(co, func, n, 1)));
  }

  private static Native.Body unescape(UrlEscape place) {
    return (co, func, n) -> {
      try {
        String plain = place.unescape(text(co, func, n, 1));
        return co.returns(func, Values.str(co.machine, plain), Nil.NIL);
      } catch (UrlFaultException fault) {
        return failed(co, func, fault);
      }
    };
  }

  private static int failed(Coroutine co, int func, UrlFaultException fault) {
    return co.returns(func, Nil.NIL, NetError.address(fault.sentence()).value(co.machine));
  }
}
