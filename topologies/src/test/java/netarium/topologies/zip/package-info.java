/// Tests of `zip`.
@NullMarked
package netarium.topologies.zip;

import org.jspecify.annotations.NullMarked;
