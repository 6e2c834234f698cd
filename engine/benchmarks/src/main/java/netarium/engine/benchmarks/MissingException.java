package netarium.engine.benchmarks;

/// A program or file that a case needs is not there; the message names it.
final class MissingException extends Exception {
  private static final long serialVersionUID = 1;

  MissingException(String what) {
    super("not there: " + what);
  }
}
