/// Tests of `netarium.app.canvas.picture`.
@NullMarked
package netarium.app.canvas.picture;

import org.jspecify.annotations.NullMarked;
