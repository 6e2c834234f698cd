package netarium.engine.vm.gourl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.api.Values;
import org.jspecify.annotations.Nullable;

/// An address as scripts see it, Go's `url.URL`: a table whose fields can be read and written, with
/// methods. Each method reads the fields as they are then.
public final class UrlValue {
  private static final String KIND = "URL";

  private UrlValue() {}

  /// A new value with these fields.
  public static Table of(LuaMachine machine, GoUrl url) {
    Table table = new Table(machine, 0, 16);
    text(machine, table, "Scheme", url.scheme());
    text(machine, table, "Opaque", url.opaque());
    url.user().ifPresent(login -> table.set("User", UserValue.of(machine, login)));
    text(machine, table, "Host", url.host());
    text(machine, table, "Path", url.path());
    text(machine, table, "RawPath", url.rawPath());
    table.set("OmitHost", (LuaValue) Bool.of(url.omitHost()));
    table.set("ForceQuery", (LuaValue) Bool.of(url.forceQuery()));
    text(machine, table, "RawQuery", url.rawQuery());
    text(machine, table, "Fragment", url.fragment());
    text(machine, table, "RawFragment", url.rawFragment());
    table.setMetatable(metatable(machine));
    return table;
  }

  private static void text(LuaMachine machine, Table table, String name, String value) {
    table.set(name, value.isEmpty() ? Str.EMPTY : Values.str(machine, value));
  }

  private static Table metatable(LuaMachine machine) {
    return Handles.metatable(machine, KIND, UrlValue::fill);
  }

  /// What argument `i` says, which must be such a value.
  public static GoUrl check(Coroutine co, int func, int n, int i) {
    LuaValue value = co.arg(func, n, i);
    if (!isUrl(co.machine, value)) {
      if (i == 1) {
        throw Args.argError(co, 1, "URL expected; call its methods with a colon");
      }
      throw Args.typeError(co, func, n, i, KIND);
    }
    return read(co, (Table) value, i);
  }

  /// What a value says, if it is an address; wrong fields raise.
  public static Optional<GoUrl> find(Coroutine co, LuaValue value) {
    return isUrl(co.machine, value) ? Optional.of(read(co, (Table) value, 1)) : Optional.empty();
  }

  // A kind of values is known by its metatable.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isUrl(LuaMachine machine, LuaValue value) {
    return value instanceof Table table && table.metatable() == metatable(machine);
  }

  private static GoUrl read(Coroutine co, Table table, int i) {
    LuaValue user = table.get("User");
    return new GoUrl(
        text(co, table, "Scheme", i),
        text(co, table, "Opaque", i),
        user.isNil() ? Optional.empty() : Optional.of(UserValue.check(co, user, i)),
        text(co, table, "Host", i),
        text(co, table, "Path", i),
        text(co, table, "RawPath", i),
        table.get("OmitHost").isTrue(),
        table.get("ForceQuery").isTrue(),
        text(co, table, "RawQuery", i),
        text(co, table, "Fragment", i),
        text(co, table, "RawFragment", i));
  }

  private static String text(Coroutine co, Table table, String name, int i) {
    return switch (table.get(name)) {
      case Nil _ -> "";
      case Str text -> {
        co.machine.charge(text.length);
        yield text.toLatin1();
      }
      case LuaValue other -> throw wrong(co, i, name, "a string", other);
    };
  }

  static LuaError wrong(Coroutine co, int i, String field, String expected, LuaValue got) {
    return Args.argError(
        co, i, "the field " + field + " is to be " + expected + ", not a " + got.typeName());
  }

  /// `url.URL{Scheme=…, Host=…}`: a new value of the fields in a table; those not named are empty.
  static int make(Coroutine co, int func, int n) {
    Table fields =
        Args.isNoneOrNil(co, func, n, 1) ? new Table(co.machine) : Args.checkTable(co, func, n, 1);
    return co.returns(func, of(co.machine, read(co, fields, 1)));
  }

  private static void fill(Table t) {
    t.set("__tostring", Native.of("URL.__tostring", give(GoUrl::text)));
    t.set("String", Native.of("URL.String", give(GoUrl::text)));
    t.set("Redacted", Native.of("URL.Redacted", give(GoUrl::redacted)));
    t.set("Hostname", Native.of("URL.Hostname", give(GoUrl::hostName)));
    t.set("Port", Native.of("URL.Port", give(GoUrl::port)));
    t.set("EscapedPath", Native.of("URL.EscapedPath", give(GoUrl::escapedPath)));
    t.set("EscapedFragment", Native.of("URL.EscapedFragment", give(GoUrl::escapedFragment)));
    t.set("RequestURI", Native.of("URL.RequestURI", give(GoUrl::requestTarget)));
    t.set("IsAbs", Native.of("URL.IsAbs", UrlValue::isAbsolute));
    t.set("Query", Native.of("URL.Query", UrlValue::query));
    t.set("Parse", Native.of("URL.Parse", UrlValue::parseReference));
    t.set("ResolveReference", Native.of("URL.ResolveReference", UrlValue::resolve));
    t.set("JoinPath", Native.of("URL.JoinPath", UrlValue::join));
  }

  private interface Question {
    String of(GoUrl url);
  }

  private static Native.Body give(Question question) {
    return (co, func, n) -> UrlApi.give(co, func, question.of(check(co, func, n, 1)));
  }

  private static int isAbsolute(Coroutine co, int func, int n) {
    return co.returns(func, check(co, func, n, 1).isAbsolute());
  }

  /// `u:Query()`: what is wrong in the query is left out.
  private static int query(Coroutine co, int func, int n) {
    UrlQuery query = UrlQuery.parse(check(co, func, n, 1).rawQuery()).query();
    return co.returns(func, UrlValues.of(co.machine, query));
  }

  /// `u:Parse(reference)` → URL, err.
  private static int parseReference(Coroutine co, int func, int n) {
    GoUrl base = check(co, func, n, 1);
    String text = UrlApi.text(co, func, n, 2);
    return answer(co, func, () -> base.resolve(GoUrl.parse(text)));
  }

  private static int resolve(Coroutine co, int func, int n) {
    GoUrl base = check(co, func, n, 1);
    GoUrl reference = check(co, func, n, 2);
    return answer(co, func, () -> base.resolve(reference));
  }

  private static int join(Coroutine co, int func, int n) {
    GoUrl base = check(co, func, n, 1);
    List<String> elements = elements(co, func, n);
    return answer(co, func, () -> base.join(elements));
  }

  /// The arguments behind the first.
  static List<String> elements(Coroutine co, int func, int n) {
    List<String> elements = new ArrayList<>();
    for (int i = 2; i <= n; i++) {
      elements.add(UrlApi.text(co, func, n, i));
    }
    return elements;
  }

  /// What makes an address, or fails to.
  interface Making {
    @Nullable GoUrl make() throws UrlFaultException;
  }

  static int answer(Coroutine co, int func, Making making) {
    try {
      GoUrl made = making.make();
      return co.returns(func, made == null ? Nil.NIL : of(co.machine, made), Nil.NIL);
    } catch (UrlFaultException fault) {
      return co.returns(func, Nil.NIL, NetError.address(fault.sentence()).value(co.machine));
    }
  }
}
