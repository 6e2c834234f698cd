package netarium.engine.vm.gohttp.client;

import java.util.List;
import java.util.Map;
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
import netarium.engine.lua.lib.BaseLib;
import netarium.engine.service.Dial;
import netarium.engine.service.HttpRoute;
import netarium.engine.service.HttpTransport;
import netarium.engine.service.Proxy;
import netarium.engine.service.ProxyChoice;
import netarium.engine.sim.SimDuration;
import netarium.engine.vm.BrowserPlatform;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gotls.TlsConfig;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;
import org.jspecify.annotations.Nullable;

/// Go's `http.Transport` in the hands of scripts: fields that say how connections are made and how
/// many are kept, which count for the requests that follow, and the connections themselves.
final class TransportValue {
  static final String KIND = "Transport";
  static final Native CONSTRUCTOR = Native.of("http.Transport", TransportValue::make);

  /// What the field `Proxy` may hold besides an address: the environment says which proxy.
  static final Native FROM_ENVIRONMENT =
      Native.of("http.ProxyFromEnvironment", TransportValue::fromEnvironment);

  private static final List<String> FIELDS =
      List.of(
          "MaxIdleConns",
          "MaxIdleConnsPerHost",
          "MaxConnsPerHost",
          "IdleConnTimeout",
          "DisableKeepAlives",
          "Proxy",
          "TLSClientConfig");

  private static final int IDLE_PER_HOST = 2;
  private static final double MOST_SECONDS = 3e9;

  /// How a request gets there: over connections of that route; by a login to a proxy that passes
  /// the request on itself.
  sealed interface Way {
    record By(HttpRoute route, boolean isPassedOn, Optional<Proxy.Login> login) implements Way {}

    record None(NetError why) implements Way {}
  }

  private final Process process;
  private final HttpTransport transport = new HttpTransport(HttpTransport.Settings.USUAL);
  private boolean isUsed;

  /// What was believed last, so that the same configuration leads to the same connections.
  private @Nullable Believing believing;

  private record Believing(LuaValue config, boolean skips, Dial.Verification verification) {
    boolean isOf(LuaValue other, boolean skipping, String name) {
      return config.rawEquals(other) && skips == skipping && verification.serverName().equals(name);
    }
  }

  private TransportValue(Process process) {
    this.process = process;
  }

  private static int make(Coroutine co, int func, int n) {
    Table fields = new Table(co.machine);
    if (!Args.isNoneOrNil(co, func, n, 1)) {
      Table given = Args.checkTable(co, func, n, 1);
      for (int at = given.nextPosition(0); at >= 0; at = given.nextPosition(at + 1)) {
        fields.set(checked(co, given.keyAt(at), 1), given.valueAtPosition(at));
      }
    }
    Process process = Handles.of(co).process();
    return co.returns(func, value(process, fields));
  }

  private static Userdata value(Process process, Table fields) {
    TransportValue content = new TransportValue(process);
    Userdata value = Handles.value(process.machine(), content, KIND, TransportValue::fill);
    value.userValue = fields;
    return value;
  }

  /// As `http.DefaultTransport`.
  static Userdata usual(Process process) {
    LuaMachine machine = process.machine();
    Table fields = new Table(machine);
    fields.set("MaxIdleConns", new Num(100));
    fields.set("IdleConnTimeout", new Num(90));
    fields.set("Proxy", FROM_ENVIRONMENT);
    return value(process, fields);
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("Transport.__index", TransportValue::index));
    t.set("__newindex", Native.of("Transport.__newindex", TransportValue::put));
    t.set("__pairs", Native.of("Transport.__pairs", TransportValue::pairs));
    t.set(
        "CloseIdleConnections",
        Native.of("Transport.CloseIdleConnections", TransportValue::closeIdle).asWorldCall());
  }

  private static LuaValue checked(Coroutine co, LuaValue name, int i) {
    boolean isKnown = name instanceof Str text && FIELDS.contains(text.toString());
    Args.check(
        co,
        isKnown,
        i,
        "a Transport has no field "
            + co.machine.text(name)
            + "; it has "
            + String.join(", ", FIELDS));
    return name;
  }

  private static Table fields(Coroutine co, int func, int n) {
    Handles.check(co, func, n, 1, TransportValue.class, KIND);
    return fields((Userdata) co.arg(func, n, 1), co.machine);
  }

  private static Table fields(Userdata value, LuaMachine machine) {
    return value.userValue instanceof Table fields ? fields : new Table(machine);
  }

  private static int index(Coroutine co, int func, int n) {
    LuaValue key = co.arg(func, n, 2);
    LuaValue found = fields(co, func, n).get(key);
    Table methods = Handles.metatable(co.machine, KIND, TransportValue::fill);
    return co.returns(func, found.isNil() ? methods.get(key) : found);
  }

  private static int put(Coroutine co, int func, int n) {
    fields(co, func, n).set(checked(co, co.arg(func, n, 2), 2), co.arg(func, n, 3));
    return co.returns();
  }

  private static int pairs(Coroutine co, int func, int n) {
    return co.returns(func, BaseLib.next(), fields(co, func, n), Nil.NIL);
  }

  private static int closeIdle(Coroutine co, int func, int n) {
    Handles.check(co, func, n, 1, TransportValue.class, KIND).transport.closeIdle();
    return co.returns();
  }

  /// `http.ProxyFromEnvironment(request)` → URL or nil, err.
  private static int fromEnvironment(Coroutine co, int func, int n) {
    Outgoing asked = Outgoing.read(co, Args.checkTable(co, func, n, 1), 1);
    ProxyChoice choice =
        ProxyChoice.of(
            Optional.empty(),
            Proxy.Kind.HTTP,
            Handles.of(co).process().environment(),
            asked.url().scheme().equals("https"),
            asked.url().hostName());
    return switch (choice) {
      case ProxyChoice.Direct _ -> co.returns(func, Nil.NIL, Nil.NIL);
      case ProxyChoice.Bad(String why) ->
          co.returns(func, Nil.NIL, ClientErrors.invalid(why).value(co.machine));
      case ProxyChoice.Through(Proxy proxy) -> {
        String scheme = proxy.kind() == Proxy.Kind.HTTP ? "http" : "socks5";
        try {
          GoUrl url = GoUrl.parse(scheme + "://" + proxy.host() + ":" + proxy.port());
          yield co.returns(func, UrlValue.of(co.machine, url), Nil.NIL);
        } catch (UrlFaultException fault) {
          yield co.returns(func, Nil.NIL, ClientErrors.invalid(fault.sentence()).value(co.machine));
        }
      }
    };
  }

  void closeIdle() {
    transport.closeIdle();
  }

  // ---- for requests ------------------------------------------------------------------------

  /// Why a page may not set a field, if it has.
  private Optional<String> refusal(Table fields, String name, BrowserPlatform what) {
    LuaValue said = fields.get(name);
    return said.isNil() || said.rawEquals(FROM_ENVIRONMENT)
        ? Optional.empty()
        : what.refusal(process, "Transport." + name);
  }

  /// How a request to that server goes, by what the fields of the value say now; argument `i` of
  /// the running native brought it.
  Way way(Coroutine co, Userdata value, HttpUrl to, Map<String, String> environment, int i) {
    Table fields = fields(value, co.machine);
    apply(co, fields, i);
    Optional<String> refusal =
        refusal(fields, "Proxy", BrowserPlatform.PROXY)
            .or(() -> refusal(fields, "TLSClientConfig", BrowserPlatform.TLS));
    if (refusal.isPresent()) {
      return new Way.None(NetError.unsupported(refusal.get()));
    }
    Optional<Dial.Verification> verifying = Optional.empty();
    LuaValue config = fields.get("TLSClientConfig");
    if (to.isSecure() && !config.isNil()) {
      TlsConfig read = TlsConfig.of(co, config, i, process);
      String name = read.serverName(to.host());
      Believing known = believing;
      if (known == null || !known.isOf(config, read.skipsVerify(), name)) {
        switch (read.trust()) {
          case TlsConfig.Believed.Unknown(NetError error) -> {
            return new Way.None(error);
          }
          case TlsConfig.Believed.Whom whom ->
              known =
                  new Believing(
                      config, read.skipsVerify(), new Dial.Verification(name, whom.trust()));
        }
        believing = known;
      }
      verifying = Optional.of(known.verification());
    }
    return way(choice(co, fields.get("Proxy"), to, environment, i), to, verifying);
  }

  private static Way way(ProxyChoice choice, HttpUrl to, Optional<Dial.Verification> verification) {
    return switch (choice) {
      case ProxyChoice.Bad(String why) -> new Way.None(ClientErrors.invalid(why));
      case ProxyChoice.Direct _ -> by(to, Optional.empty(), verification);
      case ProxyChoice.Through(Proxy proxy)
          when proxy.kind() == Proxy.Kind.HTTP && !to.isSecure() ->
          new Way.By(
              new HttpRoute(false, proxy.host(), proxy.port(), Optional.empty(), Optional.empty()),
              true,
              proxy.login());
      case ProxyChoice.Through(Proxy proxy) -> by(to, Optional.of(proxy), verification);
    };
  }

  private static Way by(
      HttpUrl to, Optional<Proxy> tunnel, Optional<Dial.Verification> verification) {
    HttpRoute route = new HttpRoute(to.isSecure(), to.host(), to.port(), tunnel, verification);
    return new Way.By(route, false, Optional.empty());
  }

  private static ProxyChoice choice(
      Coroutine co, LuaValue proxy, HttpUrl to, Map<String, String> environment, int i) {
    if (proxy.isNil()) {
      return new ProxyChoice.Direct();
    }
    boolean isOfEnvironment = proxy.rawEquals(FROM_ENVIRONMENT);
    Optional<String> said =
        proxy instanceof Str text
            ? Optional.of(text.toLatin1())
            : UrlValue.find(co, proxy).map(url -> url.text());
    Args.check(
        co,
        isOfEnvironment || said.isPresent(),
        i,
        "the field Proxy is to be an address, a URL or http.ProxyFromEnvironment");
    return ProxyChoice.of(said, Proxy.Kind.HTTP, environment, to.isSecure(), to.host());
  }

  private void apply(Coroutine co, Table fields, int i) {
    int perHost = number(co, fields, "MaxIdleConnsPerHost", i);
    double idleSeconds = seconds(co, fields.get("IdleConnTimeout"), "IdleConnTimeout", i);
    transport.settings(
        new HttpTransport.Settings(
            number(co, fields, "MaxIdleConns", i),
            perHost == 0 ? IDLE_PER_HOST : perHost,
            number(co, fields, "MaxConnsPerHost", i),
            SimDuration.ofNanos(Math.round(idleSeconds * 1e9)),
            !fields.get("DisableKeepAlives").isTrue()));
    if (!isUsed) {
      isUsed = true;
      process.atEnd(transport::close);
    }
  }

  private static int number(Coroutine co, Table fields, String name, int i) {
    LuaValue value = fields.get(name);
    Args.check(co, value.isNil() || value instanceof Num, i, name + " is to be a number");
    return value instanceof Num number
        ? (int) Math.max(0, Math.min(number.v, Integer.MAX_VALUE))
        : 0;
  }

  /// A number of seconds, 0 for none.
  static double seconds(Coroutine co, LuaValue value, String name, int i) {
    boolean isNumber = value instanceof Num number && !Double.isNaN(number.v);
    Args.check(co, value.isNil() || isNumber, i, name + " is to be a number of seconds");
    return value instanceof Num number ? Math.max(0, Math.min(number.v, MOST_SECONDS)) : 0;
  }

  HttpTransport transport() {
    return transport;
  }
}
