package netarium.engine.codec.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A name where it stands in a message, with its pointers to names in front of it (RFC 1035
/// §4.1.4).
///
/// @param lengthOctets how many octets it takes there
/// @param isCompressed whether a pointer ends it
public record PlacedName(DomainName name, int lengthOctets, boolean isCompressed) {
  private static final int POINTER = 0xc0;

  /// The name at `at`; null where there is none that ends.
  public static @Nullable PlacedName read(Octets message, int at) {
    List<String> labels = new ArrayList<>();
    int octets = 1;
    int next = at;
    int end = -1;
    while (next < message.length()) {
      int length = message.at(next);
      if (length >= POINTER) {
        if (next + 2 > message.length()) {
          return null;
        }
        end = end < 0 ? next + 2 : end;
        int target = message.uint16(next) & 0x3fff;
        // A pointer goes to what came before: so no chain of them goes on for ever.
        if (target >= next) {
          return null;
        }
        next = target;
      } else if (length > DomainName.MAX_LABEL_OCTETS) {
        return null;
      } else if (length == 0) {
        int taken = (end < 0 ? next + 1 : end) - at;
        return new PlacedName(new DomainName(labels), taken, end >= 0);
      } else {
        octets += 1 + length;
        if (next + 1 + length > message.length() || octets > DomainName.MAX_OCTETS) {
          return null;
        }
        Octets label = message.slice(next + 1, next + 1 + length);
        labels.add(new String(label.toByteArray(), ISO_8859_1));
        next += 1 + length;
      }
    }
    return null;
  }
}
