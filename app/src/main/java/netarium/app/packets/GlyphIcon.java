package netarium.app.packets;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import netarium.app.canvas.paint.FxPen;
import netarium.app.canvas.paint.GlyphPainter;
import netarium.app.canvas.paint.Pen;
import netarium.app.canvas.paint.Sprites;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import org.jspecify.annotations.Nullable;

/// The shape and colour of a protocol, small, beside its name.
public final class GlyphIcon extends Canvas {
  private final double size;
  private @Nullable Glyph shown;
  private @Nullable Palette palette;

  private final Fonts fonts = new Fonts();

  public GlyphIcon(double size) {
    super(size, size);
    this.size = size;
    setMouseTransparent(true);
  }

  public void show(Glyph glyph, Palette newPalette) {
    if (glyph != shown || !newPalette.equals(palette)) {
      shown = glyph;
      palette = newPalette;
      GraphicsContext gc = getGraphicsContext2D();
      gc.clearRect(0, 0, size, size);
      Pen pen = new FxPen(gc, fonts, new Sprites(newPalette, fonts, size, 1));
      GlyphPainter.paint(pen, glyph, size / 2, size / 2, size - 2, newPalette, false);
    }
  }
}
