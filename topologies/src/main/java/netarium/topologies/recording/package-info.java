/// What a recording of a run says beside its project: the seed, the end, what was done to the
/// running network, and what came of it. See [netarium.topologies.recording.RecordedRun]. Imports
/// `stimulus` and `unit`.
@NullMarked
package netarium.topologies.recording;

import org.jspecify.annotations.NullMarked;
