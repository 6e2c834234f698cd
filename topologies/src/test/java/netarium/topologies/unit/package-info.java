/// Tests of `unit`.
@NullMarked
package netarium.topologies.unit;

import org.jspecify.annotations.NullMarked;
