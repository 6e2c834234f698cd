package netarium.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InternetChecksumTest {
  private static int simpleSum(byte[] array, int offset, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (array[offset + i] & 0xff) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }

  @Test
  void exampleOfRfc1071() {
    byte[] octets = HexFormat.of().parseHex("0001f203f4f5f6f7");
    assertEquals(0xddf2, InternetChecksum.sum(octets, 0, 8));
    assertEquals(0x220d, InternetChecksum.complement(0xddf2));
  }

  @Test
  void oddOctet_isTheHighHalfOfAWord() {
    assertEquals(0xab00, InternetChecksum.sum(new byte[] {(byte) 0xab}, 0, 1));
  }

  @Test
  void anyLengthAndOffset_isAsTheSimpleLoop() {
    SplittableRandom random = new SplittableRandom(1071);
    byte[] octets = new byte[4096];
    for (int i = 0; i < 3_000; i++) {
      random.nextBytes(octets);
      int offset = random.nextInt(16);
      int length = random.nextInt(i % 2 == 0 ? 64 : 4000);
      assertEquals(simpleSum(octets, offset, length), InternetChecksum.sum(octets, offset, length));
    }
  }

  @Test
  void largestOctets_carryWithoutLoss() {
    byte[] octets = new byte[65536];
    Arrays.fill(octets, (byte) 0xff);
    assertEquals(0xffff, InternetChecksum.sum(octets, 0, octets.length));
    assertEquals(0, InternetChecksum.sum(new byte[65536], 0, 65536));
  }

  @Test
  void sumsOfParts_addUpAtEvenAndOddOffsets() {
    WireGenerator generator = new WireGenerator(3);
    for (int i = 0; i < 2_000; i++) {
      Octets first = generator.octets(50);
      Octets second = generator.octets(50);
      byte[] joined = first.plus(second).toByteArray();
      int fresh = InternetChecksum.sum(joined, 0, joined.length);
      first.onesSum();
      second.onesSum();
      assertEquals(fresh, first.plus(second).onesSum());
    }
  }
}
