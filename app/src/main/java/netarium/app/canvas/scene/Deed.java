package netarium.app.canvas.scene;

import netarium.app.canvas.scene.NodeState.Mood;

/// What a machine did last, as the trace told it, in no language yet.
///
/// @param place where in a script, empty when no script did it
/// @param what a key of the text bundle, or empty: then `own` is said as it is
/// @param object what the words of `what` are about: an address, a number of octets
/// @param own text of the program's own, such as an error message
record Deed(Phase phase, String place, String what, String object, String own) {
  static final Deed NONE = new Deed(Phase.IDLE, "", "", "", "");

  /// Where a machine is in its life. One that is alive has a program; whether that is at work or
  /// waits shows in how long ago it did something.
  enum Phase {
    IDLE("state.idle", Mood.QUIET),
    ALIVE("state.waiting", Mood.QUIET),
    BUSY("state.running", Mood.GOOD),
    ENDED("state.ended", Mood.QUIET),
    FAILED("state.failed", Mood.BAD),
    CRASHED("state.crashed", Mood.BAD),
    PAUSED("state.paused", Mood.WAITING),
    RESTARTING("state.restarting", Mood.QUIET);

    private final String key;
    private final Mood mood;

    Phase(String key, Mood mood) {
      this.key = key;
      this.mood = mood;
    }

    /// Whether it has a program that computes or waits.
    boolean isAlive() {
      return this == ALIVE || this == BUSY;
    }

    String key() {
      return key;
    }

    Mood mood() {
      return mood;
    }
  }

  static Deed of(Phase phase, String place, String what, String object) {
    return new Deed(phase, place, what, object, "");
  }
}
