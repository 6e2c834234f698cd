package netarium.engine.vm.api;

import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// An IP address or a mask as Go's `net` package has it: 4 or 16 octets, an IPv4 address in 16
/// being written behind `::ffff:`. What the functions of that package say about it, they say here.
public record IpOctets(Octets octets) {
  public static final int V4 = 4;
  public static final int V6 = 16;

  private static final int PREFIX = V6 - V4;
  private static final int OCTET_BITS = 8;
  private static final int GROUPS = 8;

  /// Takes the array over.
  public IpOctets(byte[] octets) {
    this(Octets.wrap(octets));
  }

  /// An IPv4 address in 16 octets.
  public static IpOctets v4(int a, int b, int c, int d) {
    byte[] octets = new byte[V6];
    octets[PREFIX - 2] = (byte) 0xff;
    octets[PREFIX - 1] = (byte) 0xff;
    octets[PREFIX] = (byte) a;
    octets[PREFIX + 1] = (byte) b;
    octets[PREFIX + 2] = (byte) c;
    octets[PREFIX + 3] = (byte) d;
    return new IpOctets(octets);
  }

  public static IpOctets of(Ipv4Address address) {
    int bits = address.bits();
    return v4(bits >>> 24, bits >>> 16, bits >>> 8, bits);
  }

  /// The mask of `ones` ones in 32 or 128 bits, or null.
  public static @Nullable IpOctets mask(long ones, long bits) {
    if ((bits != V4 * OCTET_BITS && bits != V6 * OCTET_BITS) || ones < 0 || ones > bits) {
      return null;
    }
    byte[] octets = new byte[(int) bits / OCTET_BITS];
    for (int i = 0; i < ones; i++) {
      octets[i / OCTET_BITS] |= (byte) (0x80 >>> i % OCTET_BITS);
    }
    return new IpOctets(octets);
  }

  public int at(int index) {
    return octets.at(index);
  }

  public int length() {
    return octets.length();
  }

  public @Nullable IpOctets to4() {
    if (length() == V4) {
      return this;
    }
    return isMapped() ? new IpOctets(octets.slice(PREFIX, V6)) : null;
  }

  public @Nullable IpOctets to16() {
    return switch (length()) {
      case V4 -> v4(at(0), at(1), at(2), at(3));
      case V6 -> this;
      default -> null;
    };
  }

  private boolean isMapped() {
    if (length() != V6 || at(PREFIX - 2) != 0xff || at(PREFIX - 1) != 0xff) {
      return false;
    }
    for (int i = 0; i < PREFIX - 2; i++) {
      if (at(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is the same address, in whatever form.
  public boolean isSame(IpOctets other) {
    if (length() == other.length()) {
      return octets.equals(other.octets);
    }
    IpOctets mine = to16();
    IpOctets theirs = other.to16();
    return mine != null && theirs != null && mine.octets.equals(theirs.octets);
  }

  /// The address with all but the bits of the mask cleared; null when the lengths do not fit.
  public @Nullable IpOctets masked(IpOctets mask) {
    IpOctets bits = mask;
    IpOctets address = this;
    if (mask.length() == V6 && length() == V4 && mask.hasOnesInFront()) {
      bits = new IpOctets(mask.octets.slice(PREFIX, V6));
    }
    if (mask.length() == V4 && isMapped()) {
      address = new IpOctets(octets.slice(PREFIX, V6));
    }
    if (bits.length() != address.length()) {
      return null;
    }
    byte[] result = new byte[address.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (address.at(i) & bits.at(i));
    }
    return new IpOctets(result);
  }

  private boolean hasOnesInFront() {
    for (int i = 0; i < PREFIX; i++) {
      if (at(i) != 0xff) {
        return false;
      }
    }
    return true;
  }

  /// The mask of the class an IPv4 address was in before there were masks, or null.
  public @Nullable IpOctets defaultMask() {
    IpOctets v4 = to4();
    if (v4 == null) {
      return null;
    }
    int ones = v4.at(0) < 0x80 ? 8 : v4.at(0) < 0xc0 ? 16 : 24;
    return mask(ones, V4 * OCTET_BITS);
  }

  /// How many ones a mask begins with, or -1 when others follow after a zero.
  public int ones() {
    int ones = 0;
    while (ones < length() * OCTET_BITS && bit(ones)) {
      ones++;
    }
    for (int i = ones; i < length() * OCTET_BITS; i++) {
      if (bit(i)) {
        return -1;
      }
    }
    return ones;
  }

  private boolean bit(int index) {
    return (at(index / OCTET_BITS) & 0x80 >>> index % OCTET_BITS) != 0;
  }

  public boolean isUnspecified() {
    IpOctets v4 = to4();
    IpOctets all = v4 == null ? this : v4;
    for (int i = 0; i < all.length(); i++) {
      if (all.at(i) != 0) {
        return false;
      }
    }
    return !octets.isEmpty();
  }

  public boolean isLoopback() {
    IpOctets v4 = to4();
    if (v4 != null) {
      return v4.at(0) == 127;
    }
    return length() == V6 && hex().equals("0".repeat(31) + "1");
  }

  public boolean isPrivate() {
    IpOctets v4 = to4();
    if (v4 != null) {
      return v4.at(0) == 10
          || (v4.at(0) == 172 && (v4.at(1) & 0xf0) == 16)
          || (v4.at(0) == 192 && v4.at(1) == 168);
    }
    return length() == V6 && (at(0) & 0xfe) == 0xfc;
  }

  public boolean isMulticast() {
    IpOctets v4 = to4();
    return v4 != null ? (v4.at(0) & 0xf0) == 0xe0 : length() == V6 && at(0) == 0xff;
  }

  public boolean isInterfaceLocalMulticast() {
    return length() == V6 && at(0) == 0xff && (at(1) & 0x0f) == 1;
  }

  public boolean isLinkLocalMulticast() {
    IpOctets v4 = to4();
    return v4 != null
        ? v4.at(0) == 224 && v4.at(1) == 0 && v4.at(2) == 0
        : length() == V6 && at(0) == 0xff && (at(1) & 0x0f) == 2;
  }

  public boolean isLinkLocalUnicast() {
    IpOctets v4 = to4();
    return v4 != null
        ? v4.at(0) == 169 && v4.at(1) == 254
        : length() == V6 && at(0) == 0xfe && (at(1) & 0xc0) == 0x80;
  }

  public boolean isGlobalUnicast() {
    return (length() == V4 || length() == V6)
        && !isSame(v4(255, 255, 255, 255))
        && !isUnspecified()
        && !isLoopback()
        && !isMulticast()
        && !isLinkLocalUnicast();
  }

  /// A mask in hexadecimal.
  public String hex() {
    return octets.isEmpty() ? "<nil>" : octets.toString();
  }

  /// Dotted decimal, or the form of RFC 5952: the longest run of zero groups, the first of several,
  /// becomes `::`.
  public String text() {
    IpOctets v4 = to4();
    if (v4 != null) {
      return v4.at(0) + "." + v4.at(1) + "." + v4.at(2) + "." + v4.at(3);
    }
    if (length() != V6) {
      return octets.isEmpty() ? "<nil>" : "?" + hex();
    }
    int bestFrom = -1;
    int bestTo = -1;
    for (int from = 0; from < GROUPS; from++) {
      int to = from;
      while (to < GROUPS && group(to) == 0) {
        to++;
      }
      if (to - from > Math.max(1, bestTo - bestFrom)) {
        bestFrom = from;
        bestTo = to;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == bestFrom) {
        text.append("::");
        i = bestTo;
        if (i == GROUPS) {
          break;
        }
      } else if (i > 0) {
        text.append(':');
      }
      text.append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }

  private int group(int index) {
    return at(2 * index) << 8 | at(2 * index + 1);
  }
}
