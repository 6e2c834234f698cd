/// Runs every bundled sample and holds it to its golden trace.
@NullMarked
package netarium.samples;

import org.jspecify.annotations.NullMarked;
