package netarium.engine.syntax;

/// The limits of the language's reference implementation, and ours where it has none.
final class Limits {
  /// Nesting of statements, expressions and assignment targets.
  static final int LEVELS = 200;

  /// Levels already in use when a script calls `load` from its main chunk.
  static final int LEVELS_AT_START = 2;

  static final int LOCALS = 200;
  static final int UPVALUES = 255;
  static final int REGISTERS = 250;

  /// Locals declared in a function, and labels or jumps pending in a chunk.
  static final int DECLARATIONS = 32_767;

  /// A register-list flush of table constructors.
  static final int ITEMS_PER_FLUSH = 50;

  /// Ours: the compiler's time is quadratic in the length of an `elseif` chain.
  static final int ELSEIFS = 10_000;

  /// Ours: comparisons spent on looking names up; half a second or so.
  static final long LOOKUPS = 400_000_000L;

  /// Ours: octets in a chunk.
  static final int SOURCE_OCTETS = 4 << 20;

  private Limits() {}
}
