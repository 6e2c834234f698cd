package netarium.engine.lua;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A byte string, immutable. Lua strings are bytes; text is a view of them.
///
/// Slices share their parent's bytes unless that would keep more than four times their own length
/// alive, so that the memory count stays near the truth. The hash is made when first asked for:
/// most strings never become a key. Equal strings may be different objects; nothing in Lua can
/// tell.
public final class Str extends LuaValue {
  /// Octets a string is charged with beside its content.
  public static final int HEADER_OCTETS = 24;

  /// A mark of this value says: shared by machines, never counted.
  static final int UNCOUNTED = -1;

  public static final Str EMPTY = constant("");

  /// The bytes are `bytes[offset] … bytes[offset + length - 1]`. Never written to after creation.
  public final byte[] bytes;

  public final int offset;
  public final int length;

  /// 0 = not made yet. Constants of a chunk have it made at load.
  int hash;

  int mark;

  private Str(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  /// The UTF-8 bytes of a text.
  public static Str of(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /// One byte per character; characters above 255 become `?`.
  public static Str latin1(String text) {
    return wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// For names that Java code keeps in static fields: shared by machines, so no machine counts
  /// them.
  public static Str constant(String text) {
    Str s = of(text);
    s.mark = UNCOUNTED;
    s.hash();
    return s;
  }

  /// Takes the array over: the caller must not write to it any more.
  public static Str wrap(byte[] bytes) {
    return new Str(bytes, 0, bytes.length);
  }

  /// Takes a part of an array over: the caller must not write to it any more.
  public static Str wrap(byte[] bytes, int offset, int length) {
    return new Str(bytes, offset, length);
  }

  /// A copy of a part of an array that may change later.
  public static Str copyOf(byte[] bytes, int offset, int length) {
    return wrap(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /// Marks a constant of a chunk, which is shared like names in Java code.
  public Str asConstant() {
    Str s = mark == UNCOUNTED ? this : wrap(toByteArray());
    s.mark = UNCOUNTED;
    s.hash();
    return s;
  }

  /// Bytes `from` (inclusive, from 0) to `to` (exclusive); shares bytes where that is cheap.
  public Str slice(int from, int to) {
    int size = to - from;
    if (size == length) {
      return this;
    }
    if (size <= 0) {
      return EMPTY;
    }
    if (size >= 16 && (long) size * 4 >= bytes.length) {
      return new Str(bytes, offset + from, size);
    }
    return copyOf(bytes, offset + from, size);
  }

  /// Two strings in a row.
  public static Str concat(Str first, Str second) {
    byte[] joined = new byte[Math.addExact(first.length, second.length)];
    first.copyTo(joined, 0);
    second.copyTo(joined, first.length);
    return wrap(joined);
  }

  /// The part that C sees: up to the first byte 0.
  public Str beforeNul() {
    for (int i = 0; i < length; i++) {
      if (bytes[offset + i] == 0) {
        return slice(0, i);
      }
    }
    return this;
  }

  /// The byte at an index from 0, as 0…255.
  public int byteAt(int index) {
    return bytes[offset + index] & 255;
  }

  /// A copy of the bytes.
  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /// Copies the bytes to `target[at] …`.
  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, offset, target, at, length);
  }

  private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

  /// Content hash, never 0.
  int hash() {
    int h = hash;
    if (h == 0) {
      // 64 bits, so that texts that collide cannot be put together from pieces that do.
      long mixed = length;
      for (int i = offset, end = offset + length; i < end; i++) {
        mixed = (mixed ^ bytes[i]) * HASH_FACTOR;
      }
      h = (int) (mixed ^ mixed >>> 32);
      h ^= h >>> 15;
      if (h == 0) {
        h = 1;
      }
      hash = h;
    }
    return h;
  }

  @Override
  int tableHash() {
    return hash();
  }

  /// Equality of content.
  public boolean contentEquals(Str other) {
    if (this == other) {
      return true;
    }
    if (length != other.length || (hash != 0 && other.hash != 0 && hash != other.hash)) {
      return false;
    }
    return Arrays.equals(
        bytes, offset, offset + length, other.bytes, other.offset, other.offset + length);
  }

  /// Order of unsigned bytes: negative, 0 or positive.
  public int compare(Str other) {
    return Arrays.compareUnsigned(
        bytes, offset, offset + length, other.bytes, other.offset, other.offset + other.length);
  }

  @Override
  public boolean rawEquals(LuaValue other) {
    return this == other || (other instanceof Str s && contentEquals(s));
  }

  @Override
  public String typeName() {
    return "string";
  }

  /// The bytes read as UTF-8; wrong bytes become U+FFFD. For people, not for protocols.
  @Override
  public String toString() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /// One character per byte, without loss.
  public String toLatin1() {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
