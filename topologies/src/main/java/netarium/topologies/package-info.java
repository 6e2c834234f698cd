/// What the user drew, as records: JSON text to records and back, problems with line and column.
///
/// [netarium.topologies.Topology] is the whole of a `topology.json`; its parts are in `node`,
/// `link` and `stimulus`, quantities and addresses in `unit`, what is wrong with a file in
/// `problem`. `read` and `write` turn text into records and back, `project` opens and saves folders
/// and `.netarium` bundles: [netarium.topologies.project.Projects] is where to start. Nothing here
/// runs anything, and nothing here knows the simulator or the screen.
@NullMarked
package netarium.topologies;

import org.jspecify.annotations.NullMarked;
