/// Tests of `read`.
@NullMarked
package netarium.topologies.read;

import org.jspecify.annotations.NullMarked;
