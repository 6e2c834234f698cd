package netarium.engine.vm.gohttp.client;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaFunction;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.gohttp.Body;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.RequestValue;
import netarium.engine.vm.gohttp.TextBody;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;
import netarium.engine.vm.gourl.UrlValues;
import netarium.engine.wire.Octets;

/// The client's functions of the table `http`, and `http.Client` with its methods.
public final class ClientApi {
  /// Fields that [#install] puts into the table.
  public static final int FIELDS = 13;

  private static final String KIND = "Client";
  private static final Str CLIENT = Str.constant("http.DefaultClient");
  private static final Str TRANSPORT = Str.constant("http.DefaultTransport");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> MEMBERS =
      List.of("Timeout", "Transport", "Jar", "CheckRedirect");

  private static final Library FUNCTIONS =
      Library.of(
          "http",
          Library.entry("Client", Native.of("http.Client", ClientApi::make)),
          Library.entry("Transport", TransportValue.CONSTRUCTOR),
          Library.entry("ProxyFromEnvironment", TransportValue.FROM_ENVIRONMENT),
          Library.entry("CookieJar", JarValue.CONSTRUCTOR),
          Library.function("http", "NewRequest", ClientApi::newRequest),
          Library.worldCall("http", "Get", (co, func, n) -> get(co, func, n, "GET", 0)),
          Library.worldCall("http", "Head", (co, func, n) -> get(co, func, n, "HEAD", 0)),
          Library.worldCall("http", "Post", (co, func, n) -> post(co, func, n, 0)),
          Library.worldCall("http", "PostForm", (co, func, n) -> postForm(co, func, n, 0)));

  private ClientApi() {}

  public static void install(Process process, Table http) {
    FUNCTIONS.fill(http);
    Userdata transport = TransportValue.usual(process);
    Table client = new Table(process.machine(), 0, 2);
    client.set("Transport", transport);
    client.setMetatable(Handles.metatable(process.machine(), KIND, ClientApi::fill));
    http.set("DefaultClient", client);
    http.set("DefaultTransport", transport);
    http.set("ErrUseLastResponse", ClientErrors.USE_LAST_RESPONSE.value(process.machine()));
    http.set("NoBody", body(process, Str.EMPTY));
    process.machine().registry.set((LuaValue) CLIENT, client);
    process.machine().registry.set((LuaValue) TRANSPORT, transport);
  }

  private static void fill(Table t) {
    t.set("Do", Native.of("Client.Do", ClientApi::ask).asWorldCall());
    t.set("Get", Native.of("Client.Get", (co, f, n) -> get(co, f, n, "GET", 1)).asWorldCall());
    t.set("Head", Native.of("Client.Head", (co, f, n) -> get(co, f, n, "HEAD", 1)).asWorldCall());
    t.set("Post", Native.of("Client.Post", (co, f, n) -> post(co, f, n, 1)).asWorldCall());
    t.set(
        "PostForm",
        Native.of("Client.PostForm", (co, f, n) -> postForm(co, f, n, 1)).asWorldCall());
    t.set(
        "CloseIdleConnections",
        Native.of("Client.CloseIdleConnections", ClientApi::closeIdle).asWorldCall());
  }

  /// `http.Client{Timeout = 5}`: the table itself, with its methods.
  private static int make(Coroutine co, int func, int n) {
    Table client =
        Args.isNoneOrNil(co, func, n, 1) ? new Table(co.machine) : Args.checkTable(co, func, n, 1);
    for (int at = client.nextPosition(0); at >= 0; at = client.nextPosition(at + 1)) {
      LuaValue key = client.keyAt(at);
      boolean isKnown = key instanceof Str name && MEMBERS.contains(name.toString());
      Args.check(
          co,
          isKnown,
          1,
          "a Client has no field "
              + co.machine.text(key)
              + "; it has "
              + String.join(", ", MEMBERS));
    }
    plan(co, client);
    client.setMetatable(Handles.metatable(co.machine, KIND, ClientApi::fill));
    return co.returns(func, client);
  }

  // ---- requests ----------------------------------------------------------------------------

  /// `http.NewRequest(method, url, body?)` → request, err.
  private static int newRequest(Coroutine co, int func, int n) {
    String method = Args.optStr(co, func, n, 1, Str.EMPTY).toLatin1();
    String address = Args.checkStr(co, func, n, 2).toLatin1();
    LuaValue body = co.arg(func, n, 3);
    return switch (request(co, method.isEmpty() ? "GET" : method, address, body)) {
      case Made.Good(Table request) -> co.returns(func, request, Nil.NIL);
      case Made.Bad(NetError why) -> co.returns(func, Nil.NIL, why.value(co.machine));
    };
  }

  /// A request that was made, or why it cannot be.
  private sealed interface Made {
    record Good(Table request) implements Made {}

    record Bad(NetError why) implements Made {}
  }

  private static Made request(Coroutine co, String method, String address, LuaValue body) {
    if (!HttpHeaders.isToken(method)) {
      return new Made.Bad(ClientErrors.invalid("net/http: invalid method \"" + method + "\""));
    }
    GoUrl url;
    try {
      url = GoUrl.parse(address);
    } catch (UrlFaultException fault) {
      return new Made.Bad(ClientErrors.invalid(fault.sentence()));
    }
    Table request = RequestValue.create(co.machine, method, Header.create(co.machine));
    request.set("URL", UrlValue.of(co.machine, url));
    request.set("Host", Values.str(co.machine, url.host()));
    LuaValue text = body instanceof Num number ? Str.of(number.toString()) : body;
    if (text instanceof Str given) {
      request.set("Body", body(Handles.of(co).process(), given));
      request.set("ContentLength", new Num(given.length));
    } else if (!text.isNil()) {
      request.set("Body", text);
      request.set("ContentLength", new Num(text.isNil() ? 0 : -1));
    }
    return new Made.Good(request);
  }

  /// A body of text, which the value keeps alive for the memory count.
  private static LuaValue body(Process process, Str text) {
    Octets octets = Values.octets(text);
    Userdata value = Body.of(process, new TextBody(octets));
    value.userValue = text;
    return value;
  }

  // ---- calls -------------------------------------------------------------------------------

  /// The client: argument 1 of a method, or the one that the functions of `http` use.
  private static Table client(Coroutine co, int func, int n, int skipped) {
    if (skipped == 0) {
      return (Table) co.machine.registry.get(CLIENT);
    }
    if (co.arg(func, n, 1) instanceof Table client) {
      return client;
    }
    throw Args.argError(co, 1, KIND + " expected; call its methods with a colon");
  }

  /// `client:Do(request)` → response, err.
  private static int ask(Coroutine co, int func, int n) {
    Table client = client(co, func, n, 1);
    Table request = Args.checkTable(co, func, n, 2);
    return call(co, func, client, request, 2);
  }

  private static int get(Coroutine co, int func, int n, String method, int skipped) {
    Table client = client(co, func, n, skipped);
    String address = Args.checkStr(co, func, n, 1 + skipped).toLatin1();
    return call(co, func, client, request(co, method, address, Nil.NIL), "");
  }

  /// `Post(url, contentType, body)`.
  private static int post(Coroutine co, int func, int n, int skipped) {
    Table client = client(co, func, n, skipped);
    String address = Args.checkStr(co, func, n, 1 + skipped).toLatin1();
    String type = Args.checkStr(co, func, n, 2 + skipped).toLatin1();
    LuaValue body = co.arg(func, n, 3 + skipped);
    return call(co, func, client, request(co, "POST", address, body), type);
  }

  /// `PostForm(url, values)`.
  private static int postForm(Coroutine co, int func, int n, int skipped) {
    Table client = client(co, func, n, skipped);
    String address = Args.checkStr(co, func, n, 1 + skipped).toLatin1();
    String form = UrlValues.check(co, func, n, 2 + skipped).encode();
    Str body = Values.str(co.machine, form);
    return call(co, func, client, request(co, "POST", address, body), FORM);
  }

  private static int call(Coroutine co, int func, Table client, Made made, String type) {
    return switch (made) {
      case Made.Bad(NetError why) -> co.returns(func, Nil.NIL, why.value(co.machine));
      case Made.Good(Table request) -> {
        if (!type.isEmpty()) {
          Header.find(request.get("Header")).orElseThrow().set("Content-Type", type);
        }
        yield call(co, func, client, request, 1);
      }
    };
  }

  private static int call(Coroutine co, int func, Table client, Table request, int i) {
    Outgoing outgoing = Outgoing.read(co, request, i);
    return new ClientCall(co, plan(co, client), request, outgoing).await(func);
  }

  private static ClientCall.Plan plan(Coroutine co, Table client) {
    double seconds = TransportValue.seconds(co, client.get("Timeout"), "Timeout", 1);
    LuaValue transport = client.get("Transport");
    LuaValue jar = client.get("Jar");
    LuaValue check = client.get("CheckRedirect");
    boolean isTransport = Handles.find(transport, TransportValue.class).isPresent();
    Optional<CookieJar> cookies = Handles.find(jar, CookieJar.class);
    Args.check(
        co, transport.isNil() || isTransport, 1, "Transport is to be what http.Transport gives");
    Args.check(co, jar.isNil() || cookies.isPresent(), 1, "Jar is to be what http.CookieJar gives");
    Args.check(
        co, check.isNil() || check instanceof LuaFunction, 1, "CheckRedirect is to be a function");
    return new ClientCall.Plan(
        (Userdata) (isTransport ? transport : co.machine.registry.get(TRANSPORT)),
        cookies,
        seconds,
        check);
  }

  private static int closeIdle(Coroutine co, int func, int n) {
    plan(co, client(co, func, n, 1)).transportValue().closeIdle();
    return co.returns();
  }
}
