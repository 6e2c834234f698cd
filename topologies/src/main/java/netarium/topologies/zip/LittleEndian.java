package netarium.topologies.zip;

/// Numbers of an archive, least significant octet first. Offsets are checked by the caller.
final class LittleEndian {
  private final byte[] octets;

  LittleEndian(byte[] octets) {
    this.octets = octets;
  }

  byte[] octets() {
    return octets;
  }

  int u16(int at) {
    return (octets[at] & 255) | (octets[at + 1] & 255) << 8;
  }

  long u32(int at) {
    return (u16(at) & 0xffffL) | (u16(at + 2) & 0xffffL) << 16;
  }

  boolean holds(long at, long length) {
    return at >= 0 && length >= 0 && at + length <= octets.length;
  }
}
