package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// A Java object in Lua's hands: files, connections, listeners. Lua sees only its metatable.
public final class Userdata extends LuaValue {
  /// Octets a userdata is charged with.
  static final int OCTETS = 48;

  /// The object it stands for, opaque to Lua and to the memory count.
  public final Object content;

  final int id;
  @Nullable Table metatable;

  /// Lua values that live as long as this one does (C's user value), or nil.
  public LuaValue userValue = Nil.NIL;

  int mark;

  /// Charges and makes one.
  public Userdata(LuaMachine machine, Object content, @Nullable Table metatable) {
    machine.account.charge(OCTETS);
    this.id = machine.nextId();
    this.content = content;
    this.metatable = metatable;
  }

  /// Its metatable, if any.
  public @Nullable Table metatable() {
    return metatable;
  }

  /// Replaces the metatable; null takes it away.
  public void setMetatable(@Nullable Table table) {
    metatable = table;
  }

  @Override
  public String typeName() {
    return "userdata";
  }

  @Override
  int tableHash() {
    return LuaFunction.spread(id);
  }
}
