package netarium.topologies.recording;

import netarium.topologies.unit.TimeSpan;

/// What a recorded run came to: the figures of the last line of `netarium run`.
public record RecordedResult(long events, long frames, TimeSpan time, String hash) {}
