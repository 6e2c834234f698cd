package netarium.engine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// The Internet checksum of RFC 1071: the ones'-complement sum of 16-bit words.
///
/// Sums of parts can be added, because carries may be folded in at any time; a part that begins at
/// an odd offset counts with its octets swapped ([#swap]). So the sum over a payload is computed
/// once and kept in its [Octets].
public final class InternetChecksum {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private InternetChecksum() {}

  /// The folded sum of big-endian words; an odd last octet counts as the high half of a word.
  ///
  /// Adds 32 bits at a time: 2^16 is 1 modulo 2^16 − 1, so halves of any width give the same sum.
  public static int sum(byte[] array, int offset, int length) {
    long sum = 0;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      long word = (long) LONGS.get(array, at);
      sum += (word >>> 32) + (word & 0xffff_ffffL);
    }
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

  /// A folded sum as it counts when its octets begin at an odd offset (RFC 1071 §2 B).
  public static int swap(int foldedSum) {
    return (foldedSum & 0xff) << 8 | foldedSum >>> 8;
  }

  /// Whether a sum that includes the checksum field is that of undamaged octets.
  public static boolean isRight(long sum) {
    return fold(sum) == 0xffff;
  }

  /// Says what a wrong checksum field holds and should hold, from a sum that includes it.
  static String mismatch(int field, long sum) {
    int right = complement(sum + (~field & 0xffff));
    HexFormat hex = HexFormat.of();
    return "0x"
        + hex.toHexDigits((short) field)
        + ", should be 0x"
        + hex.toHexDigits((short) right);
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
