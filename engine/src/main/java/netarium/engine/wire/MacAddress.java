package netarium.engine.wire;

import java.util.HexFormat;

/// An IEEE 802 address: the low 48 bits of `bits`.
public record MacAddress(long bits) {
  public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);
  public static final MacAddress ZERO = new MacAddress(0);

  public MacAddress {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("a MAC address has 48 bits");
    }
  }

  public boolean isBroadcast() {
    return bits == BROADCAST.bits;
  }

  /// The group bit: broadcast or multicast.
  public boolean isGroup() {
    return (bits >>> 40 & 1) != 0;
  }

  /// `02:00:0a:00:01:02`.
  @Override
  public String toString() {
    byte[] octets = new byte[6];
    for (int i = 0; i < 6; i++) {
      octets[i] = (byte) (bits >>> (40 - 8 * i));
    }
    return HexFormat.ofDelimiter(":").formatHex(octets);
  }
}
