/// The cables of a topology: two ends, how they carry frames, and trouble on the way. Start with
/// [netarium.topologies.link.Link]. Imports `unit` and `json`.
@NullMarked
package netarium.topologies.link;

import org.jspecify.annotations.NullMarked;
