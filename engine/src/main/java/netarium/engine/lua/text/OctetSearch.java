package netarium.engine.lua.text;

import java.util.Arrays;

/// Finds octets in octets, in time linear in both.
public final class OctetSearch {
  /// Vain comparisons per octet scanned before the careful way is taken.
  private static final int PATIENCE = 8;

  private OctetSearch() {}

  /// Where `needle` first stands in octets `from` to `to` of `text`, or −1.
  public static int indexOf(byte[] text, int from, int to, byte[] needle, int start, int end) {
    int size = end - start;
    if (size == 0) {
      return from;
    }
    byte first = needle[start];
    long compared = 0;
    for (int at = from; at <= to - size; at++) {
      if (text[at] != first) {
        continue;
      }
      int same = Arrays.mismatch(text, at, at + size, needle, start, end);
      if (same < 0) {
        return at;
      }
      compared += same;
      if (compared > (long) PATIENCE * (at - from) + 4096) {
        return carefully(text, at + 1, to, Arrays.copyOfRange(needle, start, end));
      }
    }
    return -1;
  }

  /// Knuth, Morris and Pratt: never looks at an octet of the text twice.
  private static int carefully(byte[] text, int from, int to, byte[] needle) {
    int[] border = new int[needle.length];
    for (int i = 1, k = 0; i < needle.length; i++) {
      while (k > 0 && needle[k] != needle[i]) {
        k = border[k - 1];
      }
      k += needle[k] == needle[i] ? 1 : 0;
      border[i] = k;
    }
    int matched = 0;
    for (int at = from; at < to; at++) {
      while (matched > 0 && needle[matched] != text[at]) {
        matched = border[matched - 1];
      }
      matched += needle[matched] == text[at] ? 1 : 0;
      if (matched == needle.length) {
        return at - matched + 1;
      }
    }
    return -1;
  }
}
