package netarium.engine.vm.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;

/// Header fields as scripts see them: an array of `{name, value}` pairs in wire order that can also
/// be indexed by name, ignoring case.
public final class HeaderTables {
  private final LuaMachine machine;
  private final Table metatable;

  public HeaderTables(LuaMachine machine) {
    this.machine = machine;
    this.metatable = new Table(machine, 0, 1);
    metatable.set("__index", Native.of("headers", HeaderTables::byName));
  }

  /// Keeps the metatable alive and counted as long as the library is there.
  public Table metatable() {
    return metatable;
  }

  public Table toTable(HttpHeaders headers) {
    Table table = new Table(machine, headers.fields().size(), 0);
    int index = 0;
    for (HttpHeaders.Field field : headers.fields()) {
      Table pair = new Table(machine, 2, 0);
      pair.set(1, latin1(machine, field.name()));
      pair.set(2, latin1(machine, field.value()));
      table.set(++index, pair);
    }
    table.setMetatable(metatable);
    return table;
  }

  private static int byName(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table headers && co.arg(func, n, 2) instanceof Str name) {
      for (int i = 1; i <= headers.length(); i++) {
        if (headers.get(i) instanceof Table pair
            && pair.get(1) instanceof Str field
            && field.toLatin1().equalsIgnoreCase(name.toLatin1())) {
          return co.returns(func, pair.get(2));
        }
      }
    }
    return co.returns(func, Nil.NIL);
  }

  /// What a script gives as headers, argument `i` of the running native; wrong ones are its error.
  public static HttpHeaders fromArgument(Coroutine co, LuaValue given, int i) {
    try {
      return read(given);
    } catch (BadHeadersException bad) {
      throw Args.argError(co, i, bad.why());
    }
  }

  /// Reads an array of pairs, or a map, whose names are then sorted because a map has no order of
  /// its own.
  public static HttpHeaders read(LuaValue given) throws BadHeadersException {
    if (given instanceof Nil) {
      return HttpHeaders.NONE;
    }
    if (!(given instanceof Table table)) {
      throw new BadHeadersException("table of headers expected, got " + given.typeName());
    }
    List<HttpHeaders.Field> fields = new ArrayList<>();
    for (int index = 1; index <= table.length(); index++) {
      if (!(table.get(index) instanceof Table pair)) {
        throw new BadHeadersException("{name, value} expected in headers[" + index + "]");
      }
      fields.add(field(pair.get(1), pair.get(2)));
    }
    List<HttpHeaders.Field> named = new ArrayList<>();
    for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
      if (table.keyAt(at) instanceof Str name) {
        named.add(field(name, table.valueAtPosition(at)));
      }
    }
    named.sort(Comparator.comparing(HttpHeaders.Field::name));
    fields.addAll(named);
    return new HttpHeaders(fields);
  }

  private static HttpHeaders.Field field(LuaValue name, LuaValue value) throws BadHeadersException {
    boolean isText = value instanceof Str || value instanceof Num;
    if (!(name instanceof Str nameText) || !isText) {
      throw new BadHeadersException("header names and values must be strings");
    }
    String valueText = value instanceof Str text ? text.toLatin1() : value.toString();
    if (!HttpHeaders.isToken(nameText.toLatin1())
        || valueText.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new BadHeadersException("header '" + nameText + "' has a character no header may have");
    }
    return new HttpHeaders.Field(nameText.toLatin1(), valueText);
  }

  private static Str latin1(LuaMachine machine, String text) {
    machine.account.charge(Str.HEADER_OCTETS + (long) text.length());
    return Str.latin1(text);
  }
}
