/// Tests of what the window says is wrong.
@NullMarked
package netarium.app.problems;

import org.jspecify.annotations.NullMarked;
