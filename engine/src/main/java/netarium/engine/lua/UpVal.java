package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// A captured variable. While its block runs it names a stack slot (open); when the block ends it
/// takes the value along (closed), which is an array of its own so that both are read alike.
final class UpVal {
  static final int OCTETS = 40;

  /// The stack while open, the own one-slot array once closed.
  LuaValue[] slots;

  int index;

  /// The next lower open one of the same coroutine.
  @Nullable UpVal next;

  boolean isOpen;
  int mark;

  /// A closed one.
  UpVal(LuaMachine machine, LuaValue value) {
    machine.account.charge(OCTETS);
    slots = new LuaValue[] {value};
  }

  /// An open one.
  UpVal(LuaMachine machine, LuaValue[] stack, int index, @Nullable UpVal next) {
    machine.account.charge(OCTETS);
    this.slots = stack;
    this.index = index;
    this.next = next;
    this.isOpen = true;
  }

  void close() {
    slots = new LuaValue[] {slots[index]};
    index = 0;
    next = null;
    isOpen = false;
  }

  /// The open one of a slot, made if there is none.
  static UpVal find(Coroutine co, int index) {
    UpVal above = null;
    UpVal u = co.openUpvalues;
    while (u != null && u.index > index) {
      above = u;
      u = u.next;
    }
    if (u != null && u.index == index) {
      return u;
    }
    UpVal fresh = new UpVal(co.machine, co.stack, index, u);
    if (above == null) {
      co.openUpvalues = fresh;
    } else {
      above.next = fresh;
    }
    return fresh;
  }

  /// Whether this is the open one of a slot.
  boolean isOpenAt(Coroutine co, int slot) {
    UpVal u = co.openUpvalues;
    while (u != null && u.index > slot) {
      u = u.next;
    }
    return u != null && u == this && u.index == slot;
  }

  /// Closes all of a slot and above.
  static void close(Coroutine co, int from) {
    UpVal u = co.openUpvalues;
    while (u != null && u.index >= from) {
      UpVal next = u.next;
      u.close();
      u = next;
    }
    co.openUpvalues = u;
  }
}
