package netarium.engine.vm.gohttp.client;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.gohttp.Cookie;
import netarium.engine.vm.gohttp.CookieValue;
import netarium.engine.vm.gourl.UrlValue;

/// A [CookieJar] in the hands of scripts, Go's `cookiejar.Jar`: `SetCookies`, `Cookies`.
final class JarValue {
  static final String KIND = "CookieJar";
  static final Native CONSTRUCTOR = Native.of("http.CookieJar", JarValue::make);

  private JarValue() {}

  private static int make(Coroutine co, int func, int n) {
    LuaValue jar = Handles.value(co.machine, new CookieJar(), KIND, JarValue::fill);
    return co.returns(func, jar, Nil.NIL);
  }

  private static void fill(Table t) {
    t.set("SetCookies", Native.of("CookieJar.SetCookies", JarValue::setCookies));
    t.set("Cookies", Native.of("CookieJar.Cookies", JarValue::cookies));
  }

  /// Seconds since 1970 on the machine's calendar.
  static long now(Process process) {
    long nanos = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    return Math.floorDiv(nanos, 1_000_000_000L);
  }

  private static CookieJar self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, CookieJar.class, KIND);
  }

  /// `jar:SetCookies(url, cookies)`.
  private static int setCookies(Coroutine co, int func, int n) {
    CookieJar jar = self(co, func, n);
    Table array = Args.checkTable(co, func, n, 3);
    List<Cookie> cookies = new ArrayList<>();
    for (int i = 1; i <= array.length(); i++) {
      cookies.add(CookieValue.read(co, array.get(i), 3));
    }
    jar.take(UrlValue.check(co, func, n, 2), cookies, now(Handles.of(co).process()));
    return co.returns();
  }

  /// `jar:Cookies(url)` → those that a request there takes along.
  private static int cookies(Coroutine co, int func, int n) {
    CookieJar jar = self(co, func, n);
    List<Cookie> cookies =
        jar.cookies(UrlValue.check(co, func, n, 2), now(Handles.of(co).process()));
    return co.returns(func, CookieValue.array(co.machine, cookies));
  }
}
