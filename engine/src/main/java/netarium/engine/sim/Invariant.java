package netarium.engine.sim;

/// What must hold if our own code is right. Always on: a simulator that goes on after a broken
/// invariant teaches something false.
public final class Invariant {
  private Invariant() {}

  public static void check(boolean holds, String invariant) {
    if (!holds) {
      throw new IllegalStateException("invariant broken: " + invariant);
    }
  }
}
