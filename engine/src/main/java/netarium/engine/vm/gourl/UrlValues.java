package netarium.engine.vm.gourl;

import java.util.ArrayList;
import java.util.List;
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
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// Names and their values as scripts see them, Go's `url.Values`: `Get`, `Set`, `Add`, `Del`,
/// `Has`, `Encode`; `values.name` is the array of all values of a name, and `pairs` goes over them.
///
/// The names come from other machines, so they stand in a table of their own: none of them can hide
/// a method.
public final class UrlValues {
  private static final String KIND = "Values";
  private static final UrlValues ONE = new UrlValues();

  private UrlValues() {}

  /// A new value with what a query or a form says.
  public static LuaValue of(LuaMachine machine, UrlQuery query) {
    Table all = new Table(machine);
    query
        .byName()
        .forEach((name, texts) -> {
          Table array = new Table(machine, texts.size(), 0);
          for (int i = 0; i < texts.size(); i++) {
            array.set(i + 1, Values.str(machine, texts.get(i)));
          }
          all.set((LuaValue) Values.str(machine, name), array);
        });
    return wrap(machine, all);
  }

  private static LuaValue wrap(LuaMachine machine, Table all) {
    Userdata value = Handles.value(machine, ONE, KIND, UrlValues::fill);
    value.userValue = all;
    return value;
  }

  /// What argument `i` holds: such a value, or a table `{name = "value", other = {"1", "2"}}`.
  public static UrlQuery check(Coroutine co, int func, int n, int i) {
    return read(co, argument(co, func, n, i), i);
  }

  private static Table argument(Coroutine co, int func, int n, int i) {
    LuaValue value = co.arg(func, n, i);
    if (Handles.find(value, UrlValues.class).isPresent()) {
      return inner(co, (Userdata) value);
    }
    if (value instanceof Table table) {
      return table;
    }
    throw Args.typeError(co, func, n, i, KIND);
  }

  private static Table inner(Coroutine co, Userdata value) {
    if (value.userValue instanceof Table table) {
      return table;
    }
    Table made = new Table(co.machine);
    value.userValue = made;
    return made;
  }

  private static UrlQuery read(Coroutine co, Table table, int i) {
    List<UrlQuery.Pair> pairs = new ArrayList<>();
    for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
      if (!(table.keyAt(at) instanceof Str name)) {
        throw Args.argError(co, i, "names of values are to be strings");
      }
      LuaValue value = table.valueAtPosition(at);
      if (value instanceof Table array) {
        for (int index = 1; index <= array.length(); index++) {
          pairs.add(pair(co, name, array.get(index), i));
        }
      } else {
        pairs.add(pair(co, name, value, i));
      }
    }
    return new UrlQuery(pairs);
  }

  private static UrlQuery.Pair pair(Coroutine co, Str name, LuaValue value, int i) {
    String text =
        switch (value) {
          case Str given -> given.toLatin1();
          case Num number -> number.toString();
          case LuaValue other ->
              throw Args.argError(
                  co, i, "the values of " + name + " are to be strings, not " + other.typeName());
        };
    co.machine.charge(name.length + (long) text.length());
    return new UrlQuery.Pair(name.toLatin1(), text);
  }

  /// The first value of a name; empty text when there is none, or no such values.
  public static LuaValue first(LuaValue values, Str name) {
    boolean isOne = Handles.find(values, UrlValues.class).isPresent();
    LuaValue found =
        isOne && ((Userdata) values).userValue instanceof Table all ? all.get(name) : Nil.NIL;
    LuaValue first = found instanceof Table array ? array.get(1) : found;
    return first.isNil() ? Str.EMPTY : first;
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("Values.__index", UrlValues::index));
    t.set("__newindex", Native.of("Values.__newindex", UrlValues::put));
    t.set("__pairs", Native.of("Values.__pairs", UrlValues::pairs));
    t.set("__tostring", Native.of("Values.__tostring", UrlValues::encode));
    t.set("Get", Native.of("Values.Get", UrlValues::get));
    t.set("Set", Native.of("Values.Set", UrlValues::set));
    t.set("Add", Native.of("Values.Add", UrlValues::add));
    t.set("Del", Native.of("Values.Del", UrlValues::delete));
    t.set("Has", Native.of("Values.Has", UrlValues::has));
    t.set("Encode", Native.of("Values.Encode", UrlValues::encode));
  }

  private static Table self(Coroutine co, int func, int n) {
    Handles.check(co, func, n, 1, UrlValues.class, KIND);
    return inner(co, (Userdata) co.arg(func, n, 1));
  }

  private static LuaValue name(Coroutine co, int func, int n) {
    return Args.checkStr(co, func, n, 2);
  }

  private static int index(Coroutine co, int func, int n) {
    Table all = self(co, func, n);
    LuaValue key = co.arg(func, n, 2);
    LuaValue method = Handles.metatable(co.machine, KIND, UrlValues::fill).get(key);
    boolean isMethod = key instanceof Str name && name.length > 1 && name.byteAt(0) != '_';
    return co.returns(func, isMethod && !method.isNil() ? method : all.get(key));
  }

  /// `values.name = {"1", "2"}`, or one string, or nil.
  private static int put(Coroutine co, int func, int n) {
    Table all = self(co, func, n);
    LuaValue name = name(co, func, n);
    LuaValue given = co.arg(func, n, 3);
    if (given instanceof Table || given instanceof Nil) {
      all.set(name, given);
    } else {
      setOne(co, all, name, Args.checkStr(co, func, n, 3));
    }
    return co.returns();
  }

  private static void setOne(Coroutine co, Table all, LuaValue name, Str value) {
    Table array = new Table(co.machine, 1, 0);
    array.set(1, value);
    all.set(name, array);
  }

  private static int pairs(Coroutine co, int func, int n) {
    return co.returns(func, BaseLib.next(), self(co, func, n), Nil.NIL);
  }

  private static int get(Coroutine co, int func, int n) {
    self(co, func, n);
    return co.returns(func, first(co.arg(func, n, 1), Args.checkStr(co, func, n, 2)));
  }

  private static int set(Coroutine co, int func, int n) {
    setOne(co, self(co, func, n), name(co, func, n), Args.checkStr(co, func, n, 3));
    return co.returns();
  }

  private static int add(Coroutine co, int func, int n) {
    Table all = self(co, func, n);
    LuaValue name = name(co, func, n);
    Str value = Args.checkStr(co, func, n, 3);
    if (all.get(name) instanceof Table array) {
      array.set(array.length() + 1, value);
    } else {
      setOne(co, all, name, value);
    }
    return co.returns();
  }

  private static int delete(Coroutine co, int func, int n) {
    self(co, func, n).set(name(co, func, n), Nil.NIL);
    return co.returns();
  }

  private static int has(Coroutine co, int func, int n) {
    return co.returns(func, !self(co, func, n).get(name(co, func, n)).isNil());
  }

  private static int encode(Coroutine co, int func, int n) {
    return UrlApi.give(co, func, read(co, self(co, func, n), 1).encode());
  }

  /// `url.Values{name = "value"}`: a new value with what a table has.
  static int make(Coroutine co, int func, int n) {
    UrlQuery query =
        Args.isNoneOrNil(co, func, n, 1) ? new UrlQuery(List.of()) : check(co, func, n, 1);
    return co.returns(func, of(co.machine, query));
  }
}
