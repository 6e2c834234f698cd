package netarium.engine.wire;

import java.util.Optional;

/// An IPv4 address, big-endian in an `int`.
public record Ipv4Address(int bits) {
  public static final Ipv4Address ANY = new Ipv4Address(0);
  public static final Ipv4Address BROADCAST = new Ipv4Address(-1);
  public static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);

  /// Reads strict dotted-decimal text: four numbers without leading zeros.
  public static Optional<Ipv4Address> parse(String text) {
    int bits = 0;
    int parts = 0;
    int at = 0;
    while (at < text.length() && parts < 4) {
      int start = at;
      int value = 0;
      while (at < text.length() && isDigit(text.charAt(at)) && at - start < 3) {
        value = value * 10 + (text.charAt(at) - '0');
        at++;
      }
      boolean hasLeadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || value > 255 || hasLeadingZero) {
        return Optional.empty();
      }
      bits = bits << 8 | value;
      parts++;
      if (parts < 4) {
        if (at == text.length() || text.charAt(at) != '.') {
          return Optional.empty();
        }
        at++;
      }
    }
    return parts == 4 && at == text.length()
        ? Optional.of(new Ipv4Address(bits))
        : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// 127.0.0.0/8 (RFC 1122 §3.2.1.3).
  public boolean isLoopback() {
    return bits >>> 24 == 127;
  }

  public boolean isMulticast() {
    return bits >>> 28 == 0xe;
  }

  public boolean isLimitedBroadcast() {
    return bits == -1;
  }

  public boolean isUnspecified() {
    return bits == 0;
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
