package netarium.engine.lua;

/// What can be called without a metamethod: Lua closures and natives.
public abstract sealed class LuaFunction extends LuaValue permits Closure, Native {

  LuaFunction() {}

  @Override
  public final String typeName() {
    return "function";
  }

  /// Spreads creation numbers over the bits that tables look at.
  static int spread(int id) {
    int h = id * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
