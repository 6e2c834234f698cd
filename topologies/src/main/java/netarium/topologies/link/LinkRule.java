package netarium.topologies.link;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Trouble for chosen frames of a link.
///
/// @param match which frames, in the filter language of the packet list
/// @param nth only the frame with this ordinal, from 1, among those that match; missing: all
/// @param by how much later the frame, or its copy, arrives
public record LinkRule(
    String match, @Nullable Long nth, Action action, @Nullable TimeSpan by, Extras extras) {

  /// What happens to the frame.
  public enum Action {
    DROP("drop"),
    DELAY("delay"),
    DUPLICATE("duplicate"),
    CORRUPT("corrupt");

    private final String key;

    Action(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
