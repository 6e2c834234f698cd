package netarium.engine.vm.gohttp;

import java.util.Iterator;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Marker;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.Values;

/// What scripts can do with a [Header]: `Add`, `Set`, `Get`, `Values`, `Del`, `Clone`, `pairs`, and
/// `h["X-Api-Id"]`, where the name is as written.
public final class HeaderApi {
  static final Native CONSTRUCTOR = Native.of("http.Header", HeaderApi::construct);
  static final Native CANONICAL = Native.of("http.CanonicalHeaderKey", HeaderApi::canonical);

  private HeaderApi() {}

  static void fill(Table t) {
    t.set("__index", Native.of("Header.__index", HeaderApi::index));
    t.set("__newindex", Native.of("Header.__newindex", HeaderApi::newIndex));
    t.set("__pairs", Native.of("Header.__pairs", HeaderApi::pairs));
    t.set("__len", Native.of("Header.__len", HeaderApi::length));
    t.set("Add", Native.of("Header.Add", HeaderApi::add));
    t.set("Set", Native.of("Header.Set", HeaderApi::set));
    t.set("Get", Native.of("Header.Get", HeaderApi::get));
    t.set("Values", Native.of("Header.Values", HeaderApi::values));
    t.set("Del", Native.of("Header.Del", HeaderApi::del));
    t.set("Clone", Native.of("Header.Clone", HeaderApi::copy));
  }

  private static Header self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, Header.class, Header.KIND);
  }

  /// `http.Header{Accept = "text/html"}`.
  private static int construct(Coroutine co, int func, int n) {
    LuaValue given = co.arg(func, n, 1);
    return co.returns(func, given instanceof Table ? argument(co, given, 1) : none(co, given));
  }

  private static Userdata none(Coroutine co, LuaValue given) {
    Args.check(co, given.isNil(), 1, "table expected");
    return Header.create(co.machine);
  }

  /// A header, or a table of names with a value or an array of values as a header of its own, or
  /// nil for an empty one; argument `i` of the running native, or a part of it.
  public static Userdata argument(Coroutine co, LuaValue given, int i) {
    return switch (given) {
      case Userdata data when data.content instanceof Header -> data;
      case Nil _ -> Header.create(co.machine);
      case Table table -> {
        Userdata made = Header.create(co.machine);
        Header header = Header.find(made).orElseThrow();
        for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
          if (!(table.keyAt(at) instanceof Str name)) {
            throw Args.argError(co, i, "names of header fields are strings");
          }
          put(co, header, i, key(co, name), table.valueAtPosition(at));
        }
        yield made;
      }
      default -> throw Args.argError(co, i, "Header or table expected, got " + given.typeName());
    };
  }

  private static void put(Coroutine co, Header header, int i, Str key, LuaValue value) {
    switch (value) {
      case Str _, Num _ -> header.set(key, value);
      case Table _, Nil _ -> header.fields().set(key, value);
      default -> throw Args.argError(co, i, "a header field is a string or an array of strings");
    }
  }

  private static Str key(Coroutine co, Str name) {
    return Values.str(co.machine, HeaderKey.canonical(name.toLatin1()));
  }

  private static Str key(Coroutine co, int func, int n) {
    return key(co, Args.checkStr(co, func, n, 2));
  }

  private static int canonical(Coroutine co, int func, int n) {
    return co.returns(func, key(co, Args.checkStr(co, func, n, 1)));
  }

  private static int add(Coroutine co, int func, int n) {
    self(co, func, n).add(key(co, func, n), Args.checkStr(co, func, n, 3));
    return co.returns();
  }

  private static int set(Coroutine co, int func, int n) {
    self(co, func, n).set(key(co, func, n), Args.checkStr(co, func, n, 3));
    return co.returns();
  }

  /// `h:Get(name)` → the first value, empty text when there is none.
  private static int get(Coroutine co, int func, int n) {
    LuaValue values = self(co, func, n).fields().get(key(co, func, n));
    LuaValue first = values instanceof Table array ? array.get(1) : Nil.NIL;
    return co.returns(func, first.isNil() ? Str.EMPTY : first);
  }

  /// `h:Values(name)` → the array of all values, which is the header's own if there is one.
  private static int values(Coroutine co, int func, int n) {
    LuaValue values = self(co, func, n).fields().get(key(co, func, n));
    return co.returns(func, values.isNil() ? new Table(co.machine) : values);
  }

  private static int del(Coroutine co, int func, int n) {
    self(co, func, n).fields().set(key(co, func, n), Nil.NIL);
    return co.returns();
  }

  private static int copy(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n).copy());
  }

  private static int length(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n).names().size());
  }

  /// A method, else the array of the field of exactly that name.
  private static int index(Coroutine co, int func, int n) {
    Header header = self(co, func, n);
    LuaValue key = co.arg(func, n, 2);
    Table own = co.stack[func + 1] instanceof Userdata data ? data.metatable() : null;
    boolean isEvent = key instanceof Str name && name.toLatin1().startsWith("__");
    LuaValue method = own == null || isEvent ? Nil.NIL : own.get(key);
    return co.returns(func, method.isNil() ? header.fields().get(key) : method);
  }

  private static int newIndex(Coroutine co, int func, int n) {
    Header header = self(co, func, n);
    put(co, header, 3, Args.checkStr(co, func, n, 2), co.arg(func, n, 3));
    return co.returns();
  }

  private static int pairs(Coroutine co, int func, int n) {
    return co.returns(func, new Next(co, self(co, func, n)), Nil.NIL, Nil.NIL);
  }

  /// Goes through the names that were there when it began. It keeps the header's fields alive, for
  /// the header itself may be forgotten meanwhile.
  private static final class Next extends Native {
    private final Table fields;
    private final Iterator<String> names;

    Next(Coroutine co, Header header) {
      super(co.machine, "(Header pairs step)");
      fields = header.fields();
      names = header.names().iterator();
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      while (names.hasNext()) {
        Str name = Values.str(co.machine, names.next());
        LuaValue values = fields.get(name);
        if (!values.isNil()) {
          return co.returns(func, name, values);
        }
      }
      return co.returns(func, Nil.NIL);
    }

    @Override
    protected void traverse(Marker marker) {
      marker.mark(fields);
    }
  }
}
