/// Tests of `netarium.app.canvas.scene`.
@NullMarked
package netarium.app.canvas.scene;

import org.jspecify.annotations.NullMarked;
