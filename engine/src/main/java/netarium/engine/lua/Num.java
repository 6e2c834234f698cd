package netarium.engine.lua;

/// A number: Lua 5.2 knows only doubles.
///
/// One class with one final field and no cache of small values: measured, a cache lookup costs more
/// than the allocation it saves.
public final class Num extends LuaValue {
  public static final Num ZERO = new Num(0);
  public static final Num ONE = new Num(1);

  /// The Java value.
  public final double v;

  public Num(double v) {
    this.v = v;
  }

  /// Boxes a Java number.
  public static Num of(double v) {
    return new Num(v);
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public boolean rawEquals(LuaValue other) {
    return other instanceof Num n && n.v == v;
  }

  @Override
  int tableHash() {
    return hash(v);
  }

  /// Adding 0.0 makes -0 and 0, which are equal, one key.
  static int hash(double v) {
    long bits = Double.doubleToRawLongBits(v + 0.0) * 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 32);
  }

  @Override
  public String toString() {
    return v == (long) v ? Long.toString((long) v) : Double.toString(v);
  }
}
