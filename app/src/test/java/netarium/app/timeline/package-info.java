/// Tests of the strip of time.
@NullMarked
package netarium.app.timeline;

import org.jspecify.annotations.NullMarked;
