package netarium.app.cli;

/// What the process answers to the shell.
final class ExitCode {
  static final int DONE = 0;

  /// `netarium lua`: the script ended with an error nobody caught.
  static final int SCRIPT_FAILED = 1;

  /// The project could not be opened, or the command was not understood.
  static final int COULD_NOT_OPEN = 2;

  /// A fault of Netarium itself.
  static final int OUR_BUG = 3;

  private ExitCode() {}
}
