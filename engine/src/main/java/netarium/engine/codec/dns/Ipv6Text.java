package netarium.engine.codec.dns;

import java.util.Optional;
import netarium.engine.wire.Octets;

/// Addresses of 16 octets as people write them.
public final class Ipv6Text {
  private static final int GROUPS = 8;

  private Ipv6Text() {}

  /// In the one form of RFC 5952 §4.
  public static String of(Octets address) {
    int best = -1;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && address.uint16(2 * end) == 0) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        best = i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == best) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean isFirst = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(isFirst ? "" : ":").append(Integer.toHexString(address.uint16(2 * i)));
      }
    }
    return text.toString();
  }

  /// Groups of hexadecimal digits with at most one `::` (RFC 4291 §2.2, without dotted decimals).
  public static Optional<Octets> parse(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) {
      return Optional.empty();
    }
    String[] front = groups(gap < 0 ? text : text.substring(0, gap));
    String[] back = groups(gap < 0 ? "" : text.substring(gap + 2));
    int given = front.length + back.length;
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    byte[] octets = new byte[2 * GROUPS];
    boolean isGood = put(front, octets, 0) && put(back, octets, 2 * (GROUPS - back.length));
    return isGood ? Optional.of(Octets.wrap(octets)) : Optional.empty();
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static boolean put(String[] groups, byte[] octets, int at) {
    int next = at;
    for (String group : groups) {
      if (!group.matches("[0-9a-fA-F]{1,4}")) {
        return false;
      }
      int value = Integer.parseInt(group, 16);
      octets[next++] = (byte) (value >> 8);
      octets[next++] = (byte) value;
    }
    return true;
  }
}
