package netarium.topologies.recording;

import netarium.topologies.stimulus.Stimulus;

/// Something that was done to a running network. It happens after everything else of its instant.
///
/// @param after the ordinal of the trace event before it, -1 where there was none: a replay that
///   finds another one is another run
public record LiveStimulus(Stimulus stimulus, long after) {
  /// What [#after] is called in files, beside the keys of the stimulus itself.
  public static final String AFTER = "after";
}
