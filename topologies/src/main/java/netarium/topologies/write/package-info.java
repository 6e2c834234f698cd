/// Records to the text of a `topology.json`: the same text for the same records, every time. What
/// has its default value is left out. [netarium.topologies.write.TopologyWriter] is the door, and
/// [netarium.topologies.write.RecordingWriter] for recordings. Imports the records and `json`.
@NullMarked
package netarium.topologies.write;

import org.jspecify.annotations.NullMarked;
