package netarium.app.cli;

/// An option that cannot be followed, and what to write instead.
final class BadOption extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadOption(String message) {
    super(message);
  }
}
