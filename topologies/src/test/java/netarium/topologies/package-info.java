/// Tests of the module as a whole: round trips, mutated documents, the schema, the layers.
@NullMarked
package netarium.topologies;

import org.jspecify.annotations.NullMarked;
