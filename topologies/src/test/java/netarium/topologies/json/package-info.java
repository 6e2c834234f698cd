/// Tests of `json`.
@NullMarked
package netarium.topologies.json;

import org.jspecify.annotations.NullMarked;
