/// The canvas: a model of what is seen and selected, a view of four layers, a controller that turns
/// gestures into edits.
///
/// Start at [CanvasView]. What is drawn comes from `canvas.scene`, how from `canvas.paint`, and
/// what gestures change goes through `netarium.app.edit`.
@NullMarked
package netarium.app.canvas;

import org.jspecify.annotations.NullMarked;
