/// Tests of `write`.
@NullMarked
package netarium.topologies.write;

import org.jspecify.annotations.NullMarked;
