package netarium.engine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of octets: a slice of an array that nobody changes any more.
///
/// Payload is handed through the whole network as such slices, never copied per hop; what is costly
/// to compute over it, the ones'-complement sum and the digest, is computed once and kept.
public final class Octets {
  public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] array;
  private final int offset;
  private final int length;

  /// One more than the sum, or 0 while it is not known: what a thread that has been handed these
  /// octets without any synchronisation sees before all else is a zero, which has to be harmless.
  private int sumPlusOne;

  private long digest;

  private Octets(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /// Takes the array over: the caller must not change it afterwards.
  public static Octets wrap(byte[] array) {
    return array.length == 0 ? EMPTY : new Octets(array, 0, array.length);
  }

  /// Takes a part of an array over: the caller must not change it afterwards.
  public static Octets wrap(byte[] array, int offset, int length) {
    return length == 0 ? EMPTY : new Octets(array, offset, length);
  }

  public static Octets copyOf(byte[] array, int offset, int length) {
    return wrap(Arrays.copyOfRange(array, offset, offset + length));
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /// The octet at `index` as 0 … 255.
  public int at(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException(index + " of " + length + " octets");
    }
    return array[offset + index] & 0xff;
  }

  /// The big-endian number of 16 bits at `index`.
  public int uint16(int index) {
    return at(index) << 8 | at(index + 1);
  }

  /// The big-endian number of 32 bits at `index`.
  public int int32(int index) {
    return uint16(index) << 16 | uint16(index + 2);
  }

  /// The big-endian number of 48 bits at `index`.
  public long uint48(int index) {
    return (long) uint16(index) << 32 | (int32(index + 2) & 0xffff_ffffL);
  }

  /// The octets from `from` up to but not including `to`, sharing the same array.
  public Octets slice(int from, int to) {
    if (from < 0 || to < from || to > length) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + length + " octets");
    }
    if (from == 0 && to == length) {
      return this;
    }
    return from == to ? EMPTY : new Octets(array, offset + from, to - from);
  }

  public Octets slice(int from) {
    return slice(from, length);
  }

  /// Whether the other run stands right behind this one in the same array.
  @SuppressWarnings("ReferenceEquality") // It is this very array that counts.
  public boolean isContinuedBy(Octets following) {
    return array == following.array && offset + length == following.offset;
  }

  /// This run followed by another: a longer slice of the same array where they stand in a row
  /// there, else in an array of its own.
  public Octets plus(Octets following) {
    if (following.length == 0) {
      return this;
    }
    if (length == 0) {
      return following;
    }
    if (isContinuedBy(following)) {
      return new Octets(array, offset, length + following.length);
    }
    byte[] joined = Arrays.copyOfRange(array, offset, offset + length + following.length);
    following.copyTo(joined, length);
    Octets both = new Octets(joined, 0, joined.length);
    if (sumPlusOne != 0 && following.sumPlusOne != 0) {
      boolean isOdd = (length & 1) != 0;
      int second = following.onesSum();
      int aligned = isOdd ? InternetChecksum.swap(second) : second;
      both.sumPlusOne = InternetChecksum.fold((long) onesSum() + aligned) + 1;
    }
    return both;
  }

  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
  }

  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /// The ones'-complement sum (RFC 1071) of the octets taken as big-endian 16-bit words, an odd
  /// last octet padded with zero; folded to 16 bits, not complemented.
  public int onesSum() {
    int known = sumPlusOne;
    if (known == 0) {
      known = InternetChecksum.sum(array, offset, length) + 1;
      sumPlusOne = known;
    }
    return known - 1;
  }

  /// The sum as [#onesSum] of a part, not kept.
  int sumOf(int from, int to) {
    if (from < 0 || to < from || to > length) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + length + " octets");
    }
    return InternetChecksum.sum(array, offset + from, to - from);
  }

  /// A 64-bit digest of the content, for the trace hash. Not cryptographic.
  public long digest() {
    long known = digest;
    if (known == 0) {
      known = computeDigest();
      digest = known;
    }
    return known;
  }

  private long computeDigest() {
    long state = Digest.start(length);
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      state = Digest.mix(state, (long) LONGS.get(array, at));
    }
    long rest = 0;
    for (int shift = 0; at < end; at++, shift += 8) {
      rest |= (array[at] & 0xffL) << shift;
    }
    long result = Digest.finish(Digest.mix(state, rest));
    return result == 0 ? 1 : result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(digest());
  }

  /// Lower-case hexadecimal without separators.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(array, offset, offset + length);
  }
}
