package netarium.engine.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Octets that become a string. Room is paid for before it is allocated.
public final class OctetBuffer {
  /// Who answers for the memory.
  public interface Payer {
    /// Charges octets about to be allocated; throws when there is no room for them.
    void charge(long octets);

    /// The error for what no array can hold.
    RuntimeException notEnoughMemory();
  }

  private static final int MOST = Integer.MAX_VALUE - 16;

  private final Payer payer;
  private byte[] octets;
  private int length;

  public OctetBuffer(Payer payer, int capacity) {
    this.payer = payer;
    payer.charge(capacity);
    this.octets = new byte[capacity];
  }

  /// One that begins with room that nobody pays for.
  public OctetBuffer(Payer payer, byte[] room) {
    this.payer = payer;
    this.octets = room;
  }

  public int length() {
    return length;
  }

  /// The array with the first [#length] octets in use. Who takes it must not append any more.
  public byte[] take() {
    return octets.length - length > length / 4 + 16 ? Arrays.copyOf(octets, length) : octets;
  }

  private void ensure(int more) {
    long wanted = (long) length + more;
    if (wanted > octets.length) {
      if (wanted > MOST) {
        throw payer.notEnoughMemory();
      }
      int size = (int) Math.min(MOST, Math.max(wanted, octets.length * 2L));
      payer.charge(size - octets.length);
      octets = Arrays.copyOf(octets, size);
    }
  }

  public void append(int octet) {
    ensure(1);
    octets[length++] = (byte) octet;
  }

  public void append(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, octets, length, count);
    length += count;
  }

  public void append(byte[] source) {
    append(source, 0, source.length);
  }

  /// Appends an octet string.
  public void append(String text) {
    byte[] source = text.getBytes(StandardCharsets.ISO_8859_1);
    append(source, 0, source.length);
  }

  public void pad(int octet, int count) {
    if (count > 0) {
      ensure(count);
      Arrays.fill(octets, length, length + count, (byte) octet);
      length += count;
    }
  }
}
