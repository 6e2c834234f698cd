package netarium.engine.lua.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OctetBufferTest {
  private long left = 1000;

  private final OctetBuffer.Payer payer =
      new OctetBuffer.Payer() {
        @Override
        public void charge(long octets) {
          if (octets > left) {
            throw notEnoughMemory();
          }
          left -= octets;
        }

        @Override
        public RuntimeException notEnoughMemory() {
          return new IllegalStateException("not enough memory");
        }
      };

  @Test
  void growth_isPaidBeforeItHappens() {
    OctetBuffer buffer = new OctetBuffer(payer, 10);
    buffer.pad('x', 500);
    assertEquals(500, 1000 - left);
    assertThrows(IllegalStateException.class, () -> buffer.pad('y', 600));
    assertEquals(500, buffer.length());
  }

  @Test
  void octets_comeOutAsTheyWentIn() {
    OctetBuffer buffer = new OctetBuffer(payer, 1);
    buffer.append(200);
    buffer.append("é\0");
    buffer.append(new byte[] {1, 2, 3, 4}, 1, 2);
    buffer.pad(' ', -3);
    buffer.pad(' ', 1);
    byte[] all = new byte[buffer.length()];
    System.arraycopy(buffer.take(), 0, all, 0, all.length);
    assertArrayEquals(new byte[] {(byte) 200, (byte) 0xE9, 0, 2, 3, ' '}, all);
  }
}
