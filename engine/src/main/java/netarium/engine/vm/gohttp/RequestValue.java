package netarium.engine.vm.gohttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpUrl;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// Go's `http.Request` as scripts have it: a table with Go's fields, which a server has filled in
/// or a client is to fill in, and methods that look at them. The methods work on whatever stands in
/// the fields when they are called.
public final class RequestValue {
  public static final String KIND = "Request";

  private static final String BASIC = "basic ";

  private RequestValue() {}

  /// A request of a method with empty header and HTTP/1.1; the caller puts in what else it knows.
  public static Table create(LuaMachine machine, String method, Userdata header) {
    Table request = new Table(machine, 0, 16);
    request.set("Method", Values.str(machine, method));
    proto(machine, request, 1, 1);
    request.set("Header", header);
    request.set("ContentLength", new Num(0));
    request.setMetatable(Handles.metatable(machine, KIND, RequestValue::fill));
    return request;
  }

  /// `Proto`, `ProtoMajor` and `ProtoMinor`.
  public static void proto(LuaMachine machine, Table message, int major, int minor) {
    message.set("Proto", Values.str(machine, "HTTP/" + major + "." + minor));
    message.set("ProtoMajor", new Num(major));
    message.set("ProtoMinor", new Num(minor));
  }

  private static void fill(Table t) {
    set(t, "Cookie", RequestValue::cookie);
    set(t, "Cookies", RequestValue::cookies);
    set(t, "CookiesNamed", RequestValue::cookiesNamed);
    set(t, "AddCookie", RequestValue::addCookie);
    set(t, "BasicAuth", RequestValue::basicAuth);
    set(t, "SetBasicAuth", RequestValue::setBasicAuth);
    set(t, "UserAgent", (co, func, n) -> field(co, func, n, "User-Agent"));
    set(t, "Referer", (co, func, n) -> field(co, func, n, "Referer"));
    set(t, "ProtoAtLeast", RequestValue::protoAtLeast);
    set(t, "ParseForm", RequestForms::parseForm);
    set(t, "FormValue", RequestForms::formValue);
    set(t, "PostFormValue", RequestForms::postFormValue);
  }

  private static void set(Table t, String name, Native.Body body) {
    t.set(name, Native.of(KIND + "." + name, body));
  }

  /// Argument 1 of a method.
  static Table self(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table request) {
      return request;
    }
    throw Args.argError(co, 1, KIND + " expected; call its methods with a colon");
  }

  /// The header of a request; one that somebody took away is an empty one.
  static Header header(Coroutine co, Table request) {
    Userdata header = HeaderApi.argument(co, request.get("Header"), 1);
    return Header.find(header).orElseThrow();
  }

  private static int field(Coroutine co, int func, int n, String name) {
    String value = header(co, self(co, func, n)).first(name).orElse("");
    return co.returns(func, Values.str(co.machine, value));
  }

  /// `r:ProtoAtLeast(major, minor)`.
  private static int protoAtLeast(Coroutine co, int func, int n) {
    Table request = self(co, func, n);
    double major = Args.checkNumber(co, func, n, 2);
    double minor = Args.checkNumber(co, func, n, 3);
    double ownMajor = request.get("ProtoMajor") instanceof Num own ? own.v : 0;
    double ownMinor = request.get("ProtoMinor") instanceof Num own ? own.v : 0;
    return co.returns(func, ownMajor > major || (ownMajor == major && ownMinor >= minor));
  }

  // ---- cookies -----------------------------------------------------------------------------

  private static List<Cookie> cookies(Coroutine co, Table request, Optional<String> name) {
    List<String> fields = header(co, request).all("Cookie");
    fields.forEach(each -> co.machine.charge(each.length()));
    List<Cookie> cookies = new ArrayList<>(Cookie.ofRequest(fields));
    name.ifPresent(wanted -> cookies.removeIf(each -> !each.name().equals(wanted)));
    return cookies;
  }

  /// `r:Cookies()` → all cookies of the request.
  private static int cookies(Coroutine co, int func, int n) {
    List<Cookie> all = cookies(co, self(co, func, n), Optional.empty());
    return co.returns(func, CookieValue.array(co.machine, all));
  }

  private static int cookiesNamed(Coroutine co, int func, int n) {
    Optional<String> name = Optional.of(Args.checkStr(co, func, n, 2).toLatin1());
    List<Cookie> all = cookies(co, self(co, func, n), name);
    return co.returns(func, CookieValue.array(co.machine, all));
  }

  /// `r:Cookie(name)` → the first of that name, or nil and `http.ErrNoCookie`.
  private static int cookie(Coroutine co, int func, int n) {
    Optional<String> name = Optional.of(Args.checkStr(co, func, n, 2).toLatin1());
    List<Cookie> all = cookies(co, self(co, func, n), name);
    return all.isEmpty()
        ? co.returns(func, Nil.NIL, HttpErrors.NO_COOKIE.value(co.machine))
        : co.returns(func, CookieValue.of(co.machine, all.getFirst()), Nil.NIL);
  }

  /// `r:AddCookie(cookie)`: all cookies of a request stand in one field.
  private static int addCookie(Coroutine co, int func, int n) {
    Header header = header(co, self(co, func, n));
    String pair = CookieValue.argument(co, func, n, 2).toPair();
    if (!pair.isEmpty()) {
      header.set("Cookie", header.first("Cookie").map(old -> old + "; " + pair).orElse(pair));
    }
    return co.returns();
  }

  // ---- who asks ----------------------------------------------------------------------------

  /// `r:BasicAuth()` → user, password, ok (RFC 7617).
  private static int basicAuth(Coroutine co, int func, int n) {
    String said = header(co, self(co, func, n)).first("Authorization").orElse("");
    Optional<String> login = login(said);
    int colon = login.map(each -> each.indexOf(':')).orElse(-1);
    boolean isThere = login.isPresent() && colon >= 0;
    Str user = isThere ? Values.str(co.machine, login.get().substring(0, colon)) : Str.EMPTY;
    Str password = isThere ? Values.str(co.machine, login.get().substring(colon + 1)) : Str.EMPTY;
    return co.returns(func, user, password, (LuaValue) Args.bool(isThere));
  }

  private static Optional<String> login(String said) {
    if (!said.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] login = Base64.getDecoder().decode(said.substring(BASIC.length()));
      return Optional.of(new String(login, ISO_8859_1));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /// `r:SetBasicAuth(user, password)`.
  private static int setBasicAuth(Coroutine co, int func, int n) {
    Header header = header(co, self(co, func, n));
    String user = Args.checkStr(co, func, n, 2).toLatin1();
    String password = Args.checkStr(co, func, n, 3).toLatin1();
    header.set("Authorization", HttpUrl.basic((user + ":" + password).getBytes(ISO_8859_1)));
    return co.returns();
  }
}
