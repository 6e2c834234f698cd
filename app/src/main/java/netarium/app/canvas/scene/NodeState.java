package netarium.app.canvas.scene;

/// What a node is doing, as its card says: a word, and up to two lines about the program that did
/// something last.
public record NodeState(Mood mood, String word, String place, String doing) {
  /// Which colour the word has.
  public enum Mood {
    QUIET,
    GOOD,
    WAITING,
    BAD
  }
}
