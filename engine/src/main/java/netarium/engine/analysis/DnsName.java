package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A domain name in a DNS message, with its pointers to names in front of it (RFC 1035 §4.1.4).
///
/// @param text as people write it; `<Root>` for the empty name
/// @param length how many octets it takes where it stands
/// @param isCompressed whether a pointer ends it
record DnsName(String text, int length, boolean isCompressed) {
  private static final int MAX_OCTETS = 255;

  /// The name at `at`; null where there is none that ends.
  static @Nullable DnsName read(Octets message, int at) {
    StringBuilder text = new StringBuilder();
    int next = at;
    int end = -1;
    int jumps = 0;
    while (next < message.length()) {
      int length = message.at(next);
      if (length >= 0xc0) {
        if (next + 2 > message.length()) {
          return null;
        }
        end = end < 0 ? next + 2 : end;
        int target = message.uint16(next) & 0x3fff;
        // A pointer goes to what came before: so no chain of them goes on for ever.
        if (target >= next || ++jumps > message.length()) {
          return null;
        }
        next = target;
      } else if (length > 63) {
        return null;
      } else if (length == 0) {
        int octets = (end < 0 ? next + 1 : end) - at;
        String name = text.isEmpty() ? "<Root>" : text.substring(0, text.length() - 1);
        return new DnsName(name, octets, end >= 0);
      } else {
        if (next + 1 + length > message.length() || text.length() + length > MAX_OCTETS) {
          return null;
        }
        Octets label = message.slice(next + 1, next + 1 + length);
        text.append(new String(label.toByteArray(), ISO_8859_1)).append('.');
        next += 1 + length;
      }
    }
    return null;
  }
}
