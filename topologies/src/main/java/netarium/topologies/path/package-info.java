/// Names of files within a project. Imports `unit`.
@NullMarked
package netarium.topologies.path;

import org.jspecify.annotations.NullMarked;
