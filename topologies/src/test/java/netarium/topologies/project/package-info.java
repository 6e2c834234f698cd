/// Tests of `project`.
@NullMarked
package netarium.topologies.project;

import org.jspecify.annotations.NullMarked;
