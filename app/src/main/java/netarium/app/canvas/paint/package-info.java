/// Draws a [netarium.app.canvas.scene.CanvasScene] on JavaFX canvases: one painter per layer, each
/// a function of what it is given. Icons and glyphs keep their size on the screen where they must
/// stay readable.
///
/// It may use the scene and the theme. Start at [Brush], then the painters from the bottom layer
/// up: [LinkPainter], [NodePainter], [PacketPainter], [OverlayPainter].
@NullMarked
package netarium.app.canvas.paint;

import org.jspecify.annotations.NullMarked;
