package netarium.engine.vm.gohttp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlQuery;
import netarium.engine.vm.gourl.UrlValue;
import netarium.engine.vm.gourl.UrlValues;

/// The forms of a request: `ParseForm` makes `r.Form` and `r.PostForm` of the query and, for POST,
/// PUT and PATCH, of a body that is a form; values of the body precede those of the query.
final class RequestForms {
  private static final String FORM = "application/x-www-form-urlencoded";

  /// A larger body is no form (Go's limit).
  private static final int MOST_OCTETS = 10 << 20;

  private static final NetError NO_BODY = NetError.address("missing form body");
  private static final NetError TOO_LARGE = new NetError("too-big", "http: POST too large", false);

  private RequestForms() {}

  /// What the native makes of the request once its forms are there; `error` is what was wrong.
  private interface Then {
    LuaValue[] results(Optional<NetError> error);
  }

  /// `r:ParseForm()` → nil, or what is wrong with the form; what could be read is there.
  static int parseForm(Coroutine co, int func, int n) {
    return parse(
        co,
        func,
        RequestValue.self(co, func, n),
        error -> new LuaValue[] {error.map(each -> each.value(co.machine)).orElse(Nil.NIL)});
  }

  /// `r:FormValue(name)` → the first value of body and query, empty text when there is none.
  static int formValue(Coroutine co, int func, int n) {
    return value(co, func, n, "Form");
  }

  static int postFormValue(Coroutine co, int func, int n) {
    return value(co, func, n, "PostForm");
  }

  private static int value(Coroutine co, int func, int n, String form) {
    Table request = RequestValue.self(co, func, n);
    Str name = Args.checkStr(co, func, n, 2);
    return parse(co, func, request, _ -> new LuaValue[] {UrlValues.first(request.get(form), name)});
  }

  private static int parse(Coroutine co, int func, Table request, Then then) {
    if (!request.get("Form").isNil() && !request.get("PostForm").isNil()) {
      return Process.give(co, func, then.results(Optional.empty()));
    }
    String method = request.get("Method") instanceof Str text ? text.toLatin1() : "";
    boolean mayHaveForm =
        switch (method) {
          case "POST", "PUT", "PATCH" -> true;
          default -> false;
        };
    Optional<Body> body = mayHaveForm ? Body.find(request.get("Body")) : Optional.empty();
    if (body.isEmpty()) {
      return done(
          co, func, request, "", mayHaveForm ? Optional.of(NO_BODY) : Optional.empty(), then);
    }
    String type = RequestValue.header(co, request).first("Content-Type").orElse("");
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (!bare.equals(FORM)) {
      return done(co, func, request, "", Optional.empty(), then);
    }
    return body.get()
        .awaitAll(
            co,
            func,
            whole ->
                switch (whole) {
                  case Body.Whole.Failed(NetError error) ->
                      results(co, request, "", Optional.of(error), then);
                  case Body.Whole.All(Str all) ->
                      all.length > MOST_OCTETS
                          ? results(co, request, "", Optional.of(TOO_LARGE), then)
                          : results(co, request, all.toLatin1(), Optional.empty(), then);
                });
  }

  private static int done(
      Coroutine co, int func, Table request, String form, Optional<NetError> error, Then then) {
    return Process.give(co, func, results(co, request, form, error, then));
  }

  private static LuaValue[] results(
      Coroutine co, Table request, String form, Optional<NetError> error, Then then) {
    LuaMachine machine = co.machine;
    String query = UrlValue.find(co, request.get("URL")).map(GoUrl::rawQuery).orElse("");
    machine.charge(form.length() + (long) query.length());
    UrlQuery.Read posted = UrlQuery.parse(form);
    UrlQuery.Read asked = UrlQuery.parse(query);
    List<UrlQuery.Pair> all = new ArrayList<>(posted.query().pairs());
    all.addAll(asked.query().pairs());
    request.set("PostForm", UrlValues.of(machine, posted.query()));
    request.set("Form", UrlValues.of(machine, new UrlQuery(all)));
    Optional<NetError> wrong =
        error
            .or(() -> posted.fault().map(NetError::address))
            .or(() -> asked.fault().map(NetError::address));
    return then.results(wrong);
  }
}
