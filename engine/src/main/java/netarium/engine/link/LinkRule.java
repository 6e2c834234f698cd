package netarium.engine.link;

import java.util.OptionalLong;
import netarium.engine.sim.SimDuration;

/// Trouble for chosen frames of a link, beside the chances of its [LinkModel].
///
/// - `match`: which frames, in either direction; `text` says it to people.
/// - `nth`: only the frame with this ordinal, from 1, among those that match on this link; or all.
/// - `by`: how much later the frame (`DELAY`) or its copy (`DUPLICATE`) arrives.
///
/// All rules count; what several of them do to one frame adds up, and a drop ends it.
public record LinkRule(
    FrameMatch match, String text, OptionalLong nth, Action action, SimDuration by) {
  public enum Action {
    DROP,
    /// The frame is held back; those behind it may overtake.
    DELAY,
    DUPLICATE,
    /// One bit is flipped.
    CORRUPT
  }

  public LinkRule {
    if (nth.isPresent() && nth.getAsLong() < 1) {
      throw new IllegalArgumentException("frames are counted from 1");
    }
    if (by.nanos() < 0) {
      throw new IllegalArgumentException("a rule cannot make a frame arrive earlier");
    }
  }

  String sentence() {
    return text + (nth.isPresent() ? ", number " + nth.getAsLong() : "");
  }
}
