package netarium.engine.wire;

/// A TCP sequence number, modulo 2^32 (RFC 9293 §3.4). Not `Comparable`: a circle has no smallest
/// element; two numbers are ordered only when less than half the circle apart.
public record SeqNum(int bits) {
  public SeqNum plus(int octets) {
    return new SeqNum(bits + octets);
  }

  public SeqNum minus(int octets) {
    return new SeqNum(bits - octets);
  }

  /// The signed distance from `other` to this: positive when this comes later.
  public int distanceFrom(SeqNum other) {
    return bits - other.bits;
  }

  public boolean isBefore(SeqNum other) {
    return bits - other.bits < 0;
  }

  public boolean isAfter(SeqNum other) {
    return bits - other.bits > 0;
  }

  public boolean isAtOrBefore(SeqNum other) {
    return bits - other.bits <= 0;
  }

  public boolean isAtOrAfter(SeqNum other) {
    return bits - other.bits >= 0;
  }

  /// Whether this lies in the `length` numbers beginning with `start`.
  public boolean isWithin(SeqNum start, int length) {
    return Integer.compareUnsigned(bits - start.bits, length) < 0;
  }

  public SeqNum max(SeqNum other) {
    return isAfter(other) ? this : other;
  }

  @Override
  public String toString() {
    return Integer.toUnsignedString(bits);
  }
}
