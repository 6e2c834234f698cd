package netarium.engine.screen;

import java.util.List;
import netarium.engine.wire.Digest;

/// What a program has drawn in one frame: shapes over a background, the later ones above. Frames
/// share the shapes that are the same in them.
///
/// `background` is `0xRRGGBB`, the size is in pixels.
public record ScreenFrame(
    String title, int width, int height, int background, List<ScreenShape> shapes) {
  /// Larger screens are refused.
  public static final int MAX_WIDTH = 1_920;

  public static final int MAX_HEIGHT = 1_200;

  public ScreenFrame {
    shapes = List.copyOf(shapes);
  }

  public long digest() {
    long state = Digest.mix(Digest.of(title), (long) width << 32 | height);
    state = Digest.mix(state, background);
    for (ScreenShape shape : shapes) {
      state = Digest.mix(state, shape.digest());
    }
    return Digest.finish(state);
  }
}
