package netarium.engine.wire;

/// The Internet checksum of RFC 1071: the ones'-complement sum of 16-bit words.
public final class InternetChecksum {
  private InternetChecksum() {}

  /// The folded sum of big-endian words; an odd last octet counts as the high half of a word.
  public static int sum(byte[] array, int offset, int length) {
    long sum = 0;
    int at = offset;
    int end = offset + length;
    for (; at + 1 < end; at += 2) {
      sum += ((array[at] & 0xff) << 8) | (array[at + 1] & 0xff);
    }
    if (at < end) {
      sum += (array[at] & 0xff) << 8;
    }
    return fold(sum);
  }

  /// Folds the carries back in until 16 bits are left.
  public static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }

  /// What goes into the checksum field for a given sum.
  public static int complement(long sum) {
    return ~fold(sum) & 0xffff;
  }

  /// The sum of the pseudo-header that TCP and UDP cover (RFC 9293 §3.1, RFC 768).
  public static long pseudoHeader(
      Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int lengthOctets) {
    return (source.bits() >>> 16)
        + (source.bits() & 0xffffL)
        + (destination.bits() >>> 16)
        + (destination.bits() & 0xffffL)
        + protocol.number()
        + lengthOctets;
  }
}
