/// What happens to a running simulation at a given moment, written down beforehand. See
/// [netarium.topologies.stimulus.Stimulus]. Imports `link`, `unit` and `json`.
@NullMarked
package netarium.topologies.stimulus;

import org.jspecify.annotations.NullMarked;
