package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// Steps of {@link FastFunctionMaker} that read and write tables; as {@link FastSteps}.
// Identity is what is tested: nil is one object and so is each constant of a chunk. A table's
// nodes have a value behind every key.
@SuppressWarnings({"ReferenceEquality", "NullAway"})
final class FastFields {
  private FastFields() {}

  private static LuaValue rk(LuaValue[] s, int base, LuaValue[] k, int field) {
    return field < Opcodes.CONSTANT_BIT ? s[base + field] : k[field - Opcodes.CONSTANT_BIT];
  }

  /// A field of an object by a constant name, also one that the object has from its class, or null.
  private static @Nullable LuaValue field(LuaValue object, Str key) {
    if (object instanceof Table t) {
      LuaValue v = own(t, key);
      if (v != null) {
        return v;
      }
      Table metatable = t.metatable;
      if (metatable != null && isAbsent(t, key)) {
        return inherited(metatable, key);
      }
    }
    return null;
  }

  private static @Nullable LuaValue inherited(@Nullable Table metatable, Str key) {
    if (metatable == null) {
      return null;
    }
    return own(metatable, Events.NAMES[Events.INDEX]) instanceof Table t ? own(t, key) : null;
  }

  private static @Nullable LuaValue own(Table t, Str key) {
    LuaValue[] nodes = t.nodes;
    int mask = nodes.length - 2;
    int at = key.hash & mask;
    if (nodes[at] != key) {
      at = (at + 2) & mask;
      if (nodes[at] != key) {
        return null;
      }
    }
    LuaValue v = nodes[at + 1];
    return v != Nil.NIL ? v : null;
  }

  /// Whether the first two probes show that a key is in no slot. Never of a table that is not
  /// filled yet: that has one slot only, and it is taken.
  private static boolean isAbsent(Table t, Str key) {
    LuaValue[] nodes = t.nodes;
    int mask = nodes.length - 2;
    int at = key.hash & mask;
    LuaValue first = nodes[at];
    if (first == null) {
      return true;
    }
    return first instanceof Str s && s.hash != key.hash && nodes[(at + 2) & mask] == null;
  }

  static boolean getField(LuaValue[] s, int base, int i, Str key) {
    LuaValue v = field(s[base + Opcodes.b(i)], key);
    if (v == null) {
      return false;
    }
    s[base + Opcodes.a(i)] = v;
    return true;
  }

  static boolean self(LuaMachine m, LuaValue[] s, int base, int i, Str key) {
    LuaValue object = s[base + Opcodes.b(i)];
    LuaValue v = object instanceof Str ? inherited(m.stringMetatable(), key) : field(object, key);
    if (v == null) {
      return false;
    }
    int a = base + Opcodes.a(i);
    s[a + 1] = object;
    s[a] = v;
    return true;
  }

  static boolean getGlobal(LuaValue[] s, int base, int i, UpVal[] up, Str key) {
    UpVal u = up[Opcodes.b(i)];
    LuaValue v = u.slots[u.index] instanceof Table t ? own(t, key) : null;
    if (v == null) {
      return false;
    }
    s[base + Opcodes.a(i)] = v;
    return true;
  }

  static boolean setGlobal(LuaValue[] s, int base, int i, LuaValue[] k, UpVal[] up, Str key) {
    UpVal u = up[Opcodes.a(i)];
    return u.slots[u.index] instanceof Table t && put(t, key, rk(s, base, k, Opcodes.c(i)));
  }

  static boolean setField(LuaValue[] s, int base, int i, LuaValue[] k, Str key) {
    return s[base + Opcodes.a(i)] instanceof Table t && put(t, key, rk(s, base, k, Opcodes.c(i)));
  }

  static boolean getItem(LuaValue[] s, int base, int i, LuaValue[] k) {
    if (s[base + Opcodes.b(i)] instanceof Table t) {
      LuaValue key = rk(s, base, k, Opcodes.c(i));
      if (key instanceof Num n) {
        int at = (int) n.v;
        if (at == n.v && at > 0 && at <= t.count) {
          LuaValue v = t.array[at - 1];
          if (v != Nil.NIL || t.metatable == null) {
            s[base + Opcodes.a(i)] = v;
            return true;
          }
        }
      } else if (key instanceof Str name) {
        LuaValue v = t.get(name);
        if (v != Nil.NIL || t.metatable == null) {
          s[base + Opcodes.a(i)] = v;
          return true;
        }
      }
    }
    return false;
  }

  static boolean setItem(LuaValue[] s, int base, int i, LuaValue[] k) {
    if (s[base + Opcodes.a(i)] instanceof Table t
        && rk(s, base, k, Opcodes.b(i)) instanceof Num n) {
      int at = (int) n.v;
      if (at != n.v || at <= 0) {
        return false;
      }
      if (at <= t.count) {
        if (t.metatable == null || t.array[at - 1] != Nil.NIL) {
          t.array[at - 1] = rk(s, base, k, Opcodes.c(i));
          return true;
        }
      } else if (at - 1 == t.count && at <= t.array.length && t.used == 0 && t.metatable == null) {
        LuaValue v = rk(s, base, k, Opcodes.c(i));
        if (v != Nil.NIL) {
          t.array[at - 1] = v;
          t.count = at;
          return true;
        }
      }
    }
    return false;
  }

  /// Sets a field if that takes two probes, no more room and no metamethod; whether it did.
  private static boolean put(Table table, Str key, LuaValue value) {
    @Nullable LuaValue[] t = table.nodes;
    int mask = t.length - 2;
    int at = key.hash & mask;
    LuaValue k = t[at];
    if (k != key && k != null) {
      if (k instanceof Str s && s.hash == key.hash) {
        return false;
      }
      at = (at + 2) & mask;
      k = t[at];
    }
    if (k == key) {
      if (t[at + 1] != Nil.NIL) {
        t[at + 1] = value;
        return true;
      }
      return false;
    }
    if (k == null
        && table.metatable == null
        && value != Nil.NIL
        && (table.used + 1) * 4 <= t.length / 2 * 3) {
      table.absentEvents &= Table.FINALIZABLE;
      t[at] = key;
      t[at + 1] = value;
      table.used++;
      return true;
    }
    return false;
  }
}
