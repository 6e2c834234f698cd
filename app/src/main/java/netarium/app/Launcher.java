package netarium.app;

import netarium.app.cli.NetariumCommand;

/// The program's entry. It does not extend JavaFX's `Application`, so that no command loads JavaFX
/// unless it shows something.
public final class Launcher {
  private Launcher() {}

  static void main(String[] args) {
    int code = NetariumCommand.run(args, System.out, System.err);
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
