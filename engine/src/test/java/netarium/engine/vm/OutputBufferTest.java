package netarium.engine.vm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// The newest 64 KiB of an output, against a plain string.
final class OutputBufferTest {
  @Test
  void anySeriesOfWrites_keepsTheNewestOctets() {
    SplittableRandom random = new SplittableRandom(7);
    OutputBuffer buffer = new OutputBuffer();
    StringBuilder model = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      int length = random.nextInt(10) == 0 ? random.nextInt(90_000) : random.nextInt(5_000);
      String text = letters(random, length);
      int surplus = Math.max(0, model.length() + length - OutputBuffer.LIMIT_OCTETS);
      model.append(text).delete(0, surplus);
      assertEquals(surplus > 0, buffer.add(Octets.wrap(text.getBytes(ISO_8859_1))));
      if (random.nextInt(20) == 0) {
        assertEquals(model.toString(), new String(buffer.take().toByteArray(), ISO_8859_1));
        model.setLength(0);
        assertTrue(buffer.isEmpty());
      }
    }
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }
}
