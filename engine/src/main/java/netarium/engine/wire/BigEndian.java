package netarium.engine.wire;

/// Network byte order: numbers into an array that is being filled.
final class BigEndian {
  private BigEndian() {}

  static void put16(byte[] into, int at, int value) {
    into[at] = (byte) (value >>> 8);
    into[at + 1] = (byte) value;
  }

  static void put32(byte[] into, int at, int value) {
    put16(into, at, value >>> 16);
    put16(into, at + 2, value);
  }

  static void put48(byte[] into, int at, long value) {
    put16(into, at, (int) (value >>> 32));
    put32(into, at + 2, (int) value);
  }
}
