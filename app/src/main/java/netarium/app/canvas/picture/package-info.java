/// Pictures of the network as files: PNG as the screen shows it, SVG for print and slides.
///
/// Start at [NetworkPictures]. Both come from the painters of `canvas.paint`; [SvgPen] is what they
/// draw with when the picture is text.
@NullMarked
package netarium.app.canvas.picture;

import org.jspecify.annotations.NullMarked;
