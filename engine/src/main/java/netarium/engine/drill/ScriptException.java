package netarium.engine.drill;

/// A script ends before its end: it cannot be read, it asks for what we do not have, or the stack
/// did not do what it says.
sealed class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  private ScriptException(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /// The text is not a script.
  static final class Unreadable extends ScriptException {
    private static final long serialVersionUID = 1L;

    Unreadable(int line, String message) {
      super(line, message);
    }
  }

  /// The script needs something this stack or this driver does not have.
  static final class Unsupported extends ScriptException {
    private static final long serialVersionUID = 1L;

    Unsupported(int line, String reason) {
      super(line, reason);
    }
  }

  /// The stack did something else.
  static final class Differs extends ScriptException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    Differs(int line, String expected, String actual) {
      super(line, "expected " + expected + ", got " + actual);
      this.expected = expected;
      this.actual = actual;
    }

    String expected() {
      return expected;
    }

    String actual() {
      return actual;
    }
  }
}
