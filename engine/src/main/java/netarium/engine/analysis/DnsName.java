package netarium.engine.analysis;

import netarium.engine.codec.dns.PlacedName;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A domain name in a DNS message as readers see it.
///
/// @param text as people write it; `<Root>` for the empty name
/// @param length how many octets it takes where it stands
/// @param isCompressed whether a pointer ends it
record DnsName(String text, int length, boolean isCompressed) {
  /// The name at `at`; null where there is none that ends.
  static @Nullable DnsName read(Octets message, int at) {
    PlacedName found = PlacedName.read(message, at);
    if (found == null) {
      return null;
    }
    String text = found.name().isRoot() ? "<Root>" : String.join(".", found.name().labels());
    return new DnsName(text, found.lengthOctets(), found.isCompressed());
  }
}
