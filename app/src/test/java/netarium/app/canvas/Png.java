package netarium.app.canvas;

import javafx.scene.image.Image;

/// The pictures of tests as PNG.
public final class Png {
  private Png() {}

  public static byte[] encode(Image image) {
    return netarium.app.canvas.picture.Png.encode(image);
  }
}
