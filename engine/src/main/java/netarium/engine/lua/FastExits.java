package netarium.engine.lua;

/// Where the opcode loop goes for frequent things that need a call in Java: natives, iterators,
/// methods found through a metatable, new fields. Shorter ways than {@link Execution}, which each
/// of them falls back to.
final class FastExits {
  private FastExits() {}

  static int call(Coroutine co, LuaValue[] s, Frame f, int i) {
    int func = f.base + Opcodes.a(i);
    int n = Opcodes.b(i) == 0 ? co.top - func - 1 : Opcodes.b(i) - 1;
    return call(co, s[func], func, n, Opcodes.c(i) - 1);
  }

  static int iterate(Coroutine co, LuaValue[] s, Frame f, int i) {
    int ra = f.base + Opcodes.a(i);
    s[ra + 3] = s[ra];
    s[ra + 4] = s[ra + 1];
    s[ra + 5] = s[ra + 2];
    return call(co, s[ra], ra + 3, 2, Opcodes.c(i));
  }

  /// Calls of natives, and of closures for which the loop lacked room.
  private static int call(Coroutine co, LuaValue callee, int func, int n, int wanted) {
    if (callee instanceof Native body && !body.isWorldCall) {
      co.pending = body;
      co.pendingKind = Frame.LUA;
      co.pendingFunc = func;
      co.pendingWanted = wanted;
      co.pendingCount = n;
      co.machine.left--;
      co.machine.chargeMoves(n);
      int r = body.call(co, func, n);
      if (r < 0) {
        return r;
      }
      if (co.pending == null) {
        return Driver.popNative(co, co.frame, body, r);
      }
      co.pending = null;
      if (r != wanted) {
        Driver.adjust(co, func, func, r, wanted);
      }
      return Driver.GO;
    }
    if (callee instanceof Closure c) {
      Driver.pushLua(co, c, func, n, Frame.LUA, wanted, false);
      co.machine.left -= c.proto.entryUnits;
      return co.machine.left < 0 ? Driver.QUANTUM : Driver.GO;
    }
    return Execution.call(co, func, n, wanted);
  }

  /// One result for somebody else than a CALL instruction: a native, a metamethod, a resumer.
  static int leave(Coroutine co, Frame f, int i) {
    co.frame = Driver.below(f);
    return co.returnTo(f.kind, f.func, f.base + Opcodes.a(i), 1, f.wanted);
  }

  /// Fields by constant name that are not in the table itself: methods of a class, of strings.
  static int field(Coroutine co, LuaValue[] s, Frame f, int i) {
    LuaValue object = s[f.base + Opcodes.b(i)];
    Str key = (Str) Execution.closure(f).proto.constants[Opcodes.c(i) & 255];
    LuaValue v;
    if (object instanceof Table t) {
      v = t.get(key);
      if (v == Nil.NIL
          && t.metatable != null
          && Events.handler(t.metatable, Events.INDEX) instanceof Table parent) {
        v = parent.get(key);
      }
    } else if (object instanceof Str
        && Events.handler(co.machine.metatable(object), Events.INDEX) instanceof Table library) {
      v = library.get(key);
    } else {
      return Execution.execute(co);
    }
    if (v == Nil.NIL) {
      return Execution.execute(co);
    }
    int ra = f.base + Opcodes.a(i);
    if ((i & 63) == Opcodes.SELF) {
      s[ra + 1] = object;
    }
    s[ra] = v;
    return Driver.GO;
  }

  static int setField(Coroutine co, LuaValue[] s, Frame f, int i) {
    if (s[f.base + Opcodes.a(i)] instanceof Table t && t.metatable == null) {
      LuaValue[] k = Execution.closure(f).proto.constants;
      int c = Opcodes.c(i);
      t.set((Str) k[Opcodes.b(i) & 255], c < 256 ? s[f.base + c] : k[c - 256]);
      return Driver.GO;
    }
    return Execution.execute(co);
  }
}
