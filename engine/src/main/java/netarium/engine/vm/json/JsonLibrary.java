package netarium.engine.vm.json;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;

/// The table `json`: `encode`, `decode`, `object` and `null`.
public final class JsonLibrary {
  /// Deeper nested texts and tables are refused.
  static final int MAX_DEPTH = 1_000;

  private static final int FIELDS = 4;
  private static final Str TYPE_FIELD = Str.constant("__jsontype");
  private static final Str OBJECT = Str.constant("object");
  private static final Str TO_STRING = Str.constant("__tostring");
  private static final Str NULL_TEXT = Str.constant("null");

  private final LuaMachine machine;
  private final Userdata nothing;
  private final Table objectMark;

  private JsonLibrary(LuaMachine machine) {
    this.machine = machine;
    Table ofNull = new Table(machine, 0, 1);
    ofNull.set(TO_STRING, Native.of("json.null", (co, func, _) -> co.returns(func, NULL_TEXT)));
    nothing = new Userdata(machine, this, ofNull);
    objectMark = new Table(machine, 0, 1);
    objectMark.set(TYPE_FIELD, OBJECT);
    machine.registry.set("json.null", nothing);
    machine.registry.set("json.object", objectMark);
  }

  /// The table for a new machine, filled when a program first looks at it.
  public static Table later(LuaMachine machine) {
    return Table.filledLater(machine, FIELDS, json -> new JsonLibrary(machine).fill(json));
  }

  private void fill(Table json) {
    machine.addHost(this);
    json.set("encode", Native.method("json.encode", JsonLibrary.class, JsonLibrary::encode));
    json.set("decode", Native.method("json.decode", JsonLibrary.class, JsonLibrary::decode));
    json.set("object", Native.method("json.object", JsonLibrary.class, JsonLibrary::object));
    json.set("null", nothing);
  }

  /// The value that stands for JSON's `null`.
  LuaValue nothing() {
    return nothing;
  }

  /// Says that a table is an object whatever its keys.
  void markAsObject(Table table) {
    machine.setMetatable(table, objectMark);
  }

  static boolean isMarkedAsObject(Table table) {
    Table metatable = table.metatable();
    return metatable != null && metatable.get(TYPE_FIELD).rawEquals(OBJECT);
  }

  private int encode(Coroutine co, int func, int n) {
    LuaValue value = Args.checkAny(co, func, n, 1);
    return co.returns(func, new JsonEncoder(co, this).encode(value));
  }

  private int decode(Coroutine co, int func, int n) {
    Args.checkType(co, func, n, 1, "string");
    Str text = Args.checkStr(co, func, n, 1);
    machine.charge(text.length);
    return co.returns(func, new JsonDecoder(co, this, text, func + 1).decode());
  }

  /// `json.object(table)`: the same table, which from now on is an object; without one, a new one.
  private int object(Coroutine co, int func, int n) {
    Table table =
        Args.isNoneOrNil(co, func, n, 1) ? new Table(machine) : Args.checkTable(co, func, n, 1);
    Table metatable = table.metatable();
    if (metatable == null) {
      markAsObject(table);
    } else if (metatable != objectMark) {
      metatable.set(TYPE_FIELD, (LuaValue) OBJECT);
    }
    return co.returns(func, table);
  }
}
