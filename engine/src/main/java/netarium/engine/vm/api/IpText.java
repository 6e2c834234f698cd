package netarium.engine.vm.api;

import org.jspecify.annotations.Nullable;

/// Reads addresses as Go's `net` package does: no leading zeros, nothing missing, nothing behind.
public final class IpText {
  private static final int OCTETS = 16;
  private static final int MOST_GROUP_DIGITS = 4;
  private static final int NONE = -1;
  private static final int TOO_LONG_NUMBER = 0xff_ffff;

  private IpText() {}

  /// An address in 16 octets, or null.
  public static @Nullable IpOctets parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          byte[] four = new byte[IpOctets.V4];
          return v4(text, four, 0) ? new IpOctets(four).to16() : null;
        }
        case ':' -> {
          return v6(text);
        }
        case '%' -> {
          return null;
        }
        default -> {}
      }
    }
    return null;
  }

  /// A number of decimal digits up to `most`, or -1.
  public static int number(String text, int most) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = decimal(text.charAt(i));
      if (digit < 0) {
        return NONE;
      }
      number = number * 10 + digit;
      if (number >= TOO_LONG_NUMBER) {
        return NONE;
      }
    }
    return text.isEmpty() || number > most ? NONE : number;
  }

  private static boolean v4(String text, byte[] into, int at) {
    int field = 0;
    int value = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = decimal(c);
      if (digit >= 0) {
        if (digits == 1 && value == 0) {
          return false;
        }
        value = value * 10 + digit;
        digits++;
        if (value > 255) {
          return false;
        }
      } else if (c == '.' && digits > 0 && i + 1 < text.length() && field < 3) {
        into[at + field++] = (byte) value;
        value = 0;
        digits = 0;
      } else {
        return false;
      }
    }
    if (field < 3) {
      return false;
    }
    into[at + 3] = (byte) value;
    return true;
  }

  private static @Nullable IpOctets v6(String text) {
    byte[] ip = new byte[OCTETS];
    String rest = text;
    int gapAt = NONE;
    int at = 0;
    if (rest.startsWith("::")) {
      gapAt = 0;
      rest = rest.substring(2);
      if (rest.isEmpty()) {
        return new IpOctets(ip);
      }
    }
    while (at < OCTETS) {
      int digits = groupDigits(rest);
      if (digits == 0 || digits > MOST_GROUP_DIGITS) {
        return null;
      }
      if (digits < rest.length() && rest.charAt(digits) == '.') {
        boolean fits = (gapAt != NONE || at == OCTETS - 4) && at + 4 <= OCTETS;
        if (!fits || !v4(rest, ip, at)) {
          return null;
        }
        at += 4;
        rest = "";
        break;
      }
      int group = Integer.parseInt(rest.substring(0, digits), 16);
      ip[at] = (byte) (group >>> 8);
      ip[at + 1] = (byte) group;
      at += 2;
      rest = rest.substring(digits);
      if (rest.isEmpty()) {
        break;
      }
      if (rest.charAt(0) != ':' || rest.length() == 1) {
        return null;
      }
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (gapAt != NONE) {
          return null;
        }
        gapAt = at;
        rest = rest.substring(1);
        if (rest.isEmpty()) {
          break;
        }
      }
    }
    return rest.isEmpty() ? widened(ip, at, gapAt) : null;
  }

  /// Fills the gap that `::` stands for, of one group at the least.
  private static @Nullable IpOctets widened(byte[] ip, int length, int gapAt) {
    if (length == OCTETS) {
      return gapAt == NONE ? new IpOctets(ip) : null;
    }
    if (gapAt == NONE) {
      return null;
    }
    byte[] whole = new byte[OCTETS];
    int behind = length - gapAt;
    System.arraycopy(ip, 0, whole, 0, gapAt);
    System.arraycopy(ip, gapAt, whole, OCTETS - behind, behind);
    return new IpOctets(whole);
  }

  private static int groupDigits(String text) {
    int digits = 0;
    while (digits < text.length() && isHex(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }

  private static int decimal(char c) {
    return c >= '0' && c <= '9' ? c - '0' : NONE;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
