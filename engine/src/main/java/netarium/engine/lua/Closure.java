package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// A Lua function: code and the variables it captured.
public final class Closure extends LuaFunction {
  /// Its code.
  public final Proto proto;

  final UpVal[] upvalues;
  final int id;
  int mark;

  /// The function it made last: made anew with the same captures it is the same function, as in C
  /// Lua. A memory count forgets it.
  @Nullable Closure lastMade;

  Closure(LuaMachine machine, Proto proto) {
    machine.account.charge(octets(proto));
    this.id = machine.nextId();
    this.proto = proto;
    this.upvalues = new UpVal[proto.upvalues.length];
  }

  /// A main function: its only captured variable is `_ENV`.
  public static Closure main(LuaMachine machine, Proto proto, LuaValue env) {
    Closure c = new Closure(machine, proto);
    for (int i = 0; i < c.upvalues.length; i++) {
      c.upvalues[i] = new UpVal(machine, i == 0 ? env : Nil.NIL);
    }
    return c;
  }

  static int octets(Proto proto) {
    return 40 + 8 * proto.upvalues.length;
  }

  @Override
  int tableHash() {
    return spread(id);
  }
}
