package netarium.engine.vm.api;

/// What is wrong with a regular expression, for the one who wrote it.
final class RegexSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  RegexSyntaxException(String message) {
    super(message);
  }
}
