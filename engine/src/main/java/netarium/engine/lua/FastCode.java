package netarium.engine.lua;

/// Rewrites instructions for the opcode loop.
final class FastCode {
  private FastCode() {}

  static int[] rewrite(int[] code, LuaValue[] constants) {
    return code.clone();
  }
}
