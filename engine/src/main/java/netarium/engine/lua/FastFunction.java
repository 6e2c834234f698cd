package netarium.engine.lua;

/// A prototype as a class of its own, made by {@link FastFunctionMaker} once it is hot.
///
/// It works on the same frames and the same stack slots as the opcode loop, charges the same units
/// at the same places, and has written down all that anybody could look at before it calls
/// anything. So it may be left after any instruction, and the loop or another run of it goes on
/// where `frame.pc` says.
abstract class FastFunction {
  /// The function has returned to the Lua function that called it.
  static final int RETURNED = 1;

  /// The frame belongs to another function now, to be run in place of the one that ended.
  static final int TAIL_CALL = 2;

  /// Every so many frames the Java stack is left, so that it never gets deep.
  private static final int MOST_NESTED = 128;

  /// Runs from `frame.pc` on: {@link #RETURNED}, {@link #TAIL_CALL}, or what the driver does next,
  /// as {@link Interpreter#execute}.
  abstract int run(Coroutine co, Frame frame);

  /// Whether the function in the frame at a depth may run on top of its caller's Java frame.
  static boolean mayNest(int depth) {
    return (depth & (MOST_NESTED - 1)) != 0;
  }
}
