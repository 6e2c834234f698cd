package netarium.app;

/// The program's entry.
public final class Launcher {
  private Launcher() {}

  static void main(String[] args) {
    System.out.println("netarium");
  }
}
