package netarium.app.canvas.paint;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;

/// The glyphs as pictures, drawn once for a palette, a size and a screen's scale: thousands of
/// pictures a frame are cheap where thousands of paths are not.
public final class Sprites {
  /// The halo's width on each side, in designed pixels.
  private static final double ROOM = 3;

  private final Map<Glyph, Image> images = new EnumMap<>(Glyph.class);
  private final Palette palette;
  private final Fonts fonts;
  private final double size;
  private final double scale;

  public Sprites(Palette palette, Fonts fonts, double size, double scale) {
    this.fonts = fonts;
    this.palette = palette;
    this.size = size;
    this.scale = scale;
  }

  public boolean fits(Palette otherPalette, double otherSize, double otherScale) {
    return palette.equals(otherPalette) && size == otherSize && scale == otherScale;
  }

  /// The whole picture's width and height in pixels, halo included.
  double extent() {
    return Math.ceil(size + 2 * ROOM);
  }

  double size() {
    return size;
  }

  Image image(Glyph glyph) {
    return images.computeIfAbsent(glyph, this::drawn);
  }

  private Image drawn(Glyph glyph) {
    Canvas canvas = new Canvas(extent(), extent());
    Pen pen = new FxPen(canvas.getGraphicsContext2D(), fonts, this);
    GlyphPainter.paint(pen, glyph, extent() / 2, extent() / 2, size, palette, true);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(new Scale(scale, scale));
    return canvas.snapshot(parameters, null);
  }
}
