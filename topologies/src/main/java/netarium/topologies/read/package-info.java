/// `topology.json` to records: every mistake becomes a problem with its line and column.
///
/// [netarium.topologies.read.TopologyReader] is the door, and
/// [netarium.topologies.read.RecordingReader] for the `recording.json` of a recording.
/// [netarium.topologies.read.Fields] takes an object apart key by key; the `…Fields` classes do so
/// for nodes, links and stimuli; [netarium.topologies.read.TopologyChecks] then looks at what only
/// the whole can tell. Imports the records, `json` and `problem`.
@NullMarked
package netarium.topologies.read;

import org.jspecify.annotations.NullMarked;
