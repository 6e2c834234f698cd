package netarium.engine.vm.gohttp.client;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpResponse;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import netarium.engine.vm.gohttp.Body;
import netarium.engine.vm.gohttp.BodySource;
import netarium.engine.vm.gohttp.Cookie;
import netarium.engine.vm.gohttp.CookieValue;
import netarium.engine.vm.gohttp.GoStatus;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.HeaderApi;
import netarium.engine.vm.gohttp.RequestValue;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlFaultException;
import netarium.engine.vm.gourl.UrlValue;

/// Go's `http.Response` as scripts have it: a table with Go's fields and the methods `Cookies`,
/// `Location`, `ProtoAtLeast`. `Status` is what Go has there: `200 OK`, without the version.
final class ResponseValue {
  private static final String KIND = "Response";
  private static final NetError NO_LOCATION =
      new NetError("no-location", "http: no Location header in response", false);

  private ResponseValue() {}

  /// Of an answer with that head; `length` is -1 where only the end of the body tells.
  static Table of(Process process, HttpResponse head, long length, BodySource body, Table request) {
    LuaMachine machine = process.machine();
    Table table = new Table(machine, 0, 16);
    String reason = head.reason().isEmpty() ? GoStatus.text(head.status()) : head.reason();
    table.set("Status", Values.str(machine, (head.status() + " " + reason).strip()));
    table.set("StatusCode", new Num(head.status()));
    RequestValue.proto(machine, table, 1, head.version().endsWith("0") ? 0 : 1);
    table.set("Header", Header.of(machine, head.headers(), ""));
    table.set("ContentLength", new Num(length));
    if (head.headers().has("Transfer-Encoding")) {
      Table codings = new Table(machine, 1, 0);
      codings.set(1, Values.str(machine, "chunked"));
      table.set("TransferEncoding", codings);
    }
    boolean closes = head.headers().listHas("Connection", "close");
    table.set("Close", (LuaValue) Bool.of(closes));
    table.set("Body", Body.of(process, body));
    table.set("Request", request);
    table.setMetatable(Handles.metatable(machine, KIND, ResponseValue::fill));
    return table;
  }

  private static void fill(Table t) {
    t.set("Cookies", Native.of("Response.Cookies", ResponseValue::cookies));
    t.set("Location", Native.of("Response.Location", ResponseValue::location));
    t.set("ProtoAtLeast", Native.of("Response.ProtoAtLeast", ResponseValue::protoAtLeast));
  }

  private static Table self(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table response) {
      return response;
    }
    throw Args.argError(co, 1, KIND + " expected; call its methods with a colon");
  }

  private static Header header(Coroutine co, Table response) {
    Userdata header = HeaderApi.argument(co, response.get("Header"), 1);
    return Header.find(header).orElseThrow();
  }

  /// `resp:Cookies()` → what its `Set-Cookie` fields say.
  private static int cookies(Coroutine co, int func, int n) {
    List<Cookie> cookies = Cookie.ofResponse(header(co, self(co, func, n)).all("Set-Cookie"));
    return co.returns(func, CookieValue.array(co.machine, cookies));
  }

  /// `resp:Location()` → URL, err: where the answer sends the client, from where it came from.
  private static int location(Coroutine co, int func, int n) {
    Table response = self(co, func, n);
    Optional<String> said = header(co, response).first("Location");
    if (said.isEmpty()) {
      return co.returns(func, Nil.NIL, NO_LOCATION.value(co.machine));
    }
    LuaValue from = response.get("Request") instanceof Table request ? request.get("URL") : Nil.NIL;
    try {
      GoUrl to = GoUrl.parse(said.get());
      Optional<GoUrl> base = UrlValue.find(co, from);
      GoUrl whole = base.isPresent() ? base.get().resolve(to) : to;
      return co.returns(func, UrlValue.of(co.machine, whole), Nil.NIL);
    } catch (UrlFaultException fault) {
      return co.returns(func, Nil.NIL, NetError.address(fault.sentence()).value(co.machine));
    }
  }

  /// `resp:ProtoAtLeast(major, minor)`.
  private static int protoAtLeast(Coroutine co, int func, int n) {
    Table response = self(co, func, n);
    double major = Args.checkNumber(co, func, n, 2);
    double minor = Args.checkNumber(co, func, n, 3);
    double ownMajor = response.get("ProtoMajor") instanceof Num own ? own.v : 0;
    double ownMinor = response.get("ProtoMinor") instanceof Num own ? own.v : 0;
    return co.returns(func, ownMajor > major || (ownMajor == major && ownMinor >= minor));
  }
}
