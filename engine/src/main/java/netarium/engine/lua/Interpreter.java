package netarium.engine.lua;

/// The opcode loop.
final class Interpreter {
  private Interpreter() {}

  static int execute(Coroutine co) {
    for (; ; ) {
      co.frame.pc++;
      int action = Execution.execute(co);
      if (action != Driver.GO) {
        return action;
      }
    }
  }
}
