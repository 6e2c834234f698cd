package netarium.engine.screen;

import java.util.Arrays;
import java.util.List;

/// The pixels of a screen: row by row from the top, each `0xRRGGBB`.
///
/// Colours are mixed as they are written, without regard to how bright they look, as games expect.
public final class ScreenPicture {
  private final int width;
  private final int height;
  private final int[] pixels;

  private ScreenPicture(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
  }

  /// The picture of a frame.
  public static ScreenPicture of(ScreenFrame frame) {
    ScreenPicture picture = new ScreenPicture(frame.width(), frame.height());
    Arrays.fill(picture.pixels, frame.background());
    Coverage coverage = new Coverage(frame.width(), frame.height());
    for (ScreenShape shape : frame.shapes()) {
      Pen pen = shape.pen();
      if (pen.alpha() > 0) {
        List<double[]> outlines = Outlines.of(shape);
        coverage.fill(outlines, (x, y, share) -> picture.mix(x, y, pen, share));
      }
    }
    return picture;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  /// A copy of all pixels.
  public int[] pixels() {
    return pixels.clone();
  }

  /// Covers a pixel to `share` of [Coverage#WHOLE] with the pen's colour.
  private void mix(int x, int y, Pen pen, int share) {
    int weight = share * pen.alpha();
    int whole = Coverage.WHOLE * 0xff;
    int at = y * width + x;
    if (weight == whole) {
      pixels[at] = pen.rgb();
      return;
    }
    int below = pixels[at];
    int above = pen.rgb();
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = below >> shift & 0xff;
      int to = above >> shift & 0xff;
      int step = Math.floorDiv((to - from) * weight + whole / 2, whole);
      mixed |= (from + step) << shift;
    }
    pixels[at] = mixed;
  }
}
