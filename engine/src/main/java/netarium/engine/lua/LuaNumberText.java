package netarium.engine.lua;

import netarium.engine.lua.text.LuaNumbers;
import org.jspecify.annotations.Nullable;

/// Numbers to text and back, as `%.14g` and `lua_str2number` do, for our values.
public final class LuaNumberText {
  private LuaNumberText() {}

  /// `tostring` of a number.
  public static Str toStr(double v) {
    return Str.latin1(toText(v));
  }

  /// `tostring` of a number, as Java text.
  public static String toText(double v) {
    int whole = (int) v;
    return whole == v && whole != 0 ? Integer.toString(whole) : LuaNumbers.text(v);
  }

  /// The number a string reads as, spaces around it allowed, or null.
  public static @Nullable Num parse(Str s) {
    double v = LuaNumbers.parse(s.bytes, s.offset, s.offset + s.length);
    return Double.isNaN(v) ? null : new Num(v);
  }
}
