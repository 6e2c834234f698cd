package netarium.engine.analysis;

/// What came of testing a field that can be tested.
public enum Check {
  /// There is nothing to test.
  NONE,
  RIGHT,
  WRONG,
  /// It could be tested, but what it covers is not all here, or its sender left it out.
  UNTESTED
}
