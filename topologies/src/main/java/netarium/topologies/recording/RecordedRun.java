package netarium.topologies.recording;

import java.util.List;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Everything a `recording.json` of version 1 says.
///
/// @param seed in place of the topology's
/// @param until the fixed end of the run, where it had one
/// @param stimuli what was done while it ran, in order; those of the topology are not among them
/// @param result what the run came to, if it was over when it was recorded
public record RecordedRun(
    long seed,
    @Nullable TimeSpan until,
    List<LiveStimulus> stimuli,
    @Nullable RecordedResult result) {
  public static final String FORMAT = "netarium-recording";
  public static final int VERSION = 1;

  public RecordedRun {
    stimuli = List.copyOf(stimuli);
  }
}
