package netarium.engine.lua;

import org.jspecify.annotations.Nullable;

/// One active call: of a Lua closure or of a native that calls back. Nodes of a doubly linked list,
/// reused, so that a call allocates nothing.
public final class Frame {
  /// Who waits for the results: the caller's CALL instruction, the instruction that needed a
  /// metamethod, a native's `step`, nobody but the coroutine itself.
  static final int LUA = 0;

  static final int META = 1;
  static final int NATIVE = 2;
  static final int ROOT = 3;

  /// Octets a node is charged with.
  static final int OCTETS = 32;

  final @Nullable Frame prev;
  @Nullable Frame next;

  /// Position in the list, from 0.
  final int depth;

  /// The running Lua function, or null for a native's frame.
  @Nullable Closure closure;

  /// The native of a native's frame.
  @Nullable Native body;

  /// Stack slot of the called function; a native's results go there.
  public int func;

  /// First register of a Lua function; its varargs stand below.
  int base;

  int pc;

  /// Results the waiter wants; -1 = all.
  int wanted;

  int kind;
  boolean isTailCall;

  /// Whether it only shows a native to a hook or a message handler; it catches nothing.
  boolean isStandIn;

  /// Of a native's frame: the coroutine's counters when it was pushed, for when it catches an
  /// error.
  int outerNesting;

  int outerUnyieldable;

  /// For natives: arguments at `func + 1 …`.
  public int argumentCount;

  /// State of a native between its steps; every one starts as 0.
  public int phase;

  public int i;
  public int j;
  public int k;
  public int l;

  /// State of a native that is no Lua value; null at first. Lua values belong on the stack, where a
  /// memory count finds them.
  public @Nullable Object state;

  Frame(@Nullable Frame prev) {
    this.prev = prev;
    this.depth = prev == null ? 0 : prev.depth + 1;
  }

  /// The frame above, made if it was never needed before.
  Frame above() {
    Frame f = next;
    if (f == null) {
      f = new Frame(this);
      next = f;
    }
    return f;
  }

  /// The first slot above what the function itself uses.
  int registerEnd() {
    Closure c = closure;
    return c != null ? base + c.proto.maxStack : base + argumentCount;
  }

  void clearNativeState() {
    phase = 0;
    i = 0;
    j = 0;
    k = 0;
    l = 0;
    state = null;
  }
}
