/// Changes of a drawing as values, and the history that can take each of them back. Knows nothing
/// of JavaFX. It may use the topology's records.
///
/// Start at [EditHistory]; [TopologyEdit] lists what can be done, [Addresses] and [Names] choose
/// what a new thing is called.
@NullMarked
package netarium.app.edit;

import org.jspecify.annotations.NullMarked;
