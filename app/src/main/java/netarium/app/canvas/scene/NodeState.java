package netarium.app.canvas.scene;

/// What a node is doing, as its card says: a word, and up to two lines about the process that did
/// something last.
public record NodeState(Mood mood, String word, String place, String doing) {
  public static final NodeState IDLE = new NodeState(Mood.QUIET, "idle", "", "");

  /// Which colour the word has.
  public enum Mood {
    QUIET,
    GOOD,
    WAITING,
    BAD
  }
}
