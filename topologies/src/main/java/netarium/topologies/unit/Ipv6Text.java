package netarium.topologies.unit;

/// The text form of IPv6 addresses: RFC 4291 §2.2 for reading, RFC 5952 §4 for writing.
final class Ipv6Text {
  private static final long[] BAD = {};
  private static final int MAX_CHARS = 45;

  private Ipv6Text() {}

  /// Two halves, or an empty array where the text is no address.
  static long[] parse(String text) {
    if (text.length() > MAX_CHARS) {
      return BAD;
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(text);
      return groups != null && groups.length == 8 ? halves(groups) : BAD;
    }
    int[] head = groups(text.substring(0, gap));
    int[] tail = groups(text.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 7) {
      return BAD;
    }
    int[] all = new int[8];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    // The dotted form stands for the last two groups only.
    return text.substring(0, gap).indexOf('.') >= 0 ? BAD : halves(all);
  }

  private static int @org.jspecify.annotations.Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[dotted ? parts.length + 1 : parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (dotted && i == parts.length - 1) {
        if (!(Ipv4Address.parse(parts[i]) instanceof Parsed.Ok<Ipv4Address>(Ipv4Address v4))) {
          return null;
        }
        groups[i] = v4.bits() >>> 16;
        groups[i + 1] = v4.bits() & 0xffff;
        break;
      }
      int value = group(parts[i]);
      if (value < 0) {
        return null;
      }
      groups[i] = value;
    }
    return groups;
  }

  private static int group(String part) {
    if (part.isEmpty() || part.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static long[] halves(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    return new long[] {high, low};
  }

  static String format(Ipv6Address address) {
    int best = -1;
    int bestLength = 1; // one zero group alone is not shortened (RFC 5952 §4.2.2)
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && address.group(i + length) == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(address.group(i)));
    }
    return out.toString();
  }
}
