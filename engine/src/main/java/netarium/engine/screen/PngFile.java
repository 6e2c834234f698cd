package netarium.engine.screen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A picture as a PNG file (RFC 2083): red, green and blue, eight bits each.
public final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BITS = 8;
  private static final int RGB = 2;

  private PngFile() {}

  public static byte[] write(ScreenPicture picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(picture.width()).putInt(picture.height());
    header.put((byte) BITS).put((byte) RGB);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", packed(rows(picture)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /// Each row with a 0 before it: no filter.
  private static byte[] rows(ScreenPicture picture) {
    ByteBuffer rows = ByteBuffer.allocate(picture.height() * (picture.width() * 3 + 1));
    for (int y = 0; y < picture.height(); y++) {
      rows.put((byte) 0);
      for (int x = 0; x < picture.width(); x++) {
        int rgb = picture.pixel(x, y);
        rows.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      }
    }
    return rows.array();
  }

  private static byte[] packed(byte[] octets) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(octets);
      deflater.finish();
      while (!deflater.finished()) {
        packed.write(some, 0, deflater.deflate(some));
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    ByteBuffer body = ByteBuffer.allocate(4 + content.length);
    body.put(type.getBytes(ISO_8859_1)).put(content);
    CRC32 check = new CRC32();
    check.update(body.array());
    ByteBuffer chunk = ByteBuffer.allocate(8 + body.capacity());
    chunk.putInt(content.length).put(body.array()).putInt((int) check.getValue());
    file.writeBytes(chunk.array());
  }
}
