/// The palette: what can be put on the canvas, to be dragged there, or added by a click or a key.
///
/// Start at [PalettePanel]. It knows the canvas by its [netarium.app.canvas.Placing] alone.
@NullMarked
package netarium.app.palette;

import org.jspecify.annotations.NullMarked;
