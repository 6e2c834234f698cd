package netarium.engine.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import netarium.engine.wire.Octets;

/// One block of a pcapng file while it is put together: little-endian, everything in it padded to 4
/// octets, its length before and after.
final class PcapngBlock {
  private static final int LENGTH_AT = 4;
  private static final int MAX_OPTION_OCTETS = 65_535;

  private byte[] octets = new byte[256];
  private int size;

  PcapngBlock(int type) {
    put32(type).put32(0);
  }

  PcapngBlock put16(int value) {
    reserve(2);
    octets[size++] = (byte) value;
    octets[size++] = (byte) (value >>> 8);
    return this;
  }

  PcapngBlock put32(int value) {
    return put16(value).put16(value >>> 16);
  }

  PcapngBlock put64(long value) {
    return put32((int) value).put32((int) (value >>> 32));
  }

  PcapngBlock putPadded(Octets value) {
    reserve(value.length() + 3);
    value.copyTo(octets, size);
    size = (size + value.length() + 3) & ~3;
    return this;
  }

  PcapngBlock option(int code, Octets value) {
    Octets kept = value.slice(0, Math.min(value.length(), MAX_OPTION_OCTETS));
    return put16(code).put16(kept.length()).putPadded(kept);
  }

  PcapngBlock option(int code, String text) {
    return option(code, Octets.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  PcapngBlock endOfOptions() {
    return put32(0);
  }

  byte[] end() {
    int length = size + 4;
    put32(length);
    for (int i = 0; i < 4; i++) {
      octets[LENGTH_AT + i] = (byte) (length >>> (8 * i));
    }
    return Arrays.copyOf(octets, size);
  }

  private void reserve(int more) {
    if (size + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, size + more));
    }
  }
}
