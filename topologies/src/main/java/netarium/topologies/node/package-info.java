/// The machines of a topology. Start with [netarium.topologies.node.Node]; the richest kind is
/// [netarium.topologies.node.Vm]. Imports `unit` and `json`.
@NullMarked
package netarium.topologies.node;

import org.jspecify.annotations.NullMarked;
