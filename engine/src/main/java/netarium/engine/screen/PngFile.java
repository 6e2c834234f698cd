package netarium.engine.screen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pixels, row by row from the top, as a PNG file (RFC 2083) with eight bits for each colour and as
/// many for what is seen through it. No window system is asked.
public final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int RGB_AND_ALPHA = 6;

  private PngFile() {}

  /// Pixels of the form `0xAARRGGBB`.
  public static byte[] write(int width, int height, int[] pixels) {
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + 4 * width));
    for (int y = 0; y < height; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < width; x++) {
        rows.putInt(Integer.rotateLeft(pixels[y * width + x], 8));
      }
    }
    return file(width, height, rows.array());
  }

  /// `rows`: each with a 0 before it, which says that there is no filter.
  private static byte[] file(int width, int height, byte[] rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) BITS).put((byte) RGB_AND_ALPHA);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", deflated(rows));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] deflated(byte[] octets) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(octets);
      deflater.finish();
      while (!deflater.finished()) {
        deflated.write(some, 0, deflater.deflate(some));
      }
    }
    return deflated.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    chunk.put(type.getBytes(US_ASCII)).put(content);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, 4 + content.length);
    file.writeBytes(chunk.putInt((int) check.getValue()).array());
  }
}
