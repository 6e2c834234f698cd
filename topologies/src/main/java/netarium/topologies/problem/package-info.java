/// What is wrong with a file: where, what, and what to do about it. Imports nothing.
@NullMarked
package netarium.topologies.problem;

import org.jspecify.annotations.NullMarked;
