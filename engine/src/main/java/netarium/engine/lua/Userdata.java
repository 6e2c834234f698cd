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

  /// Whether it awaits its `__gc`.
  boolean isFinalizable;

  /// Whether it stands for its content alone, so that two with the same one are equal.
  final boolean isLight;

  /// Charges and makes one.
  public Userdata(LuaMachine machine, Object content, @Nullable Table metatable) {
    machine.account.charge(OCTETS);
    this.id = machine.nextId();
    this.content = content;
    this.isLight = false;
    machine.setMetatable(this, metatable);
  }

  /// Takes the place of a key that nobody has any more, so that it can go.
  static final Userdata GONE = new Userdata(Nil.NIL);

  /// Holds something in a place for values that no program ever sees.
  static Userdata unseen(Object content) {
    return new Userdata(content);
  }

  private Userdata(Object content) {
    this.id = 0;
    this.content = content;
    this.isLight = true;
  }

  /// A name for a Java object: equal to every other name for it.
  static Userdata light(LuaMachine machine, Object content) {
    machine.account.charge(OCTETS);
    return new Userdata(content);
  }

  // Identity is what it stands for.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public boolean rawEquals(LuaValue other) {
    return this == other
        || (isLight && other instanceof Userdata u && u.isLight && u.content == content);
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
