/// Tests of `path`.
@NullMarked
package netarium.topologies.path;

import org.jspecify.annotations.NullMarked;
