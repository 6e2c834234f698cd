package netarium.app.canvas.picture;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import netarium.engine.screen.PngFile;

/// Pictures of the toolkit as PNG files, without AWT.
public final class Png {
  private Png() {}

  public static byte[] encode(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return PngFile.write(width, height, pixels);
  }
}
