package netarium.engine.ip;

import java.util.OptionalInt;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;

/// The options of an IPv4 header (RFC 791 §3.1). None of them means anything here, and all are
/// passed on; but they have to be whole.
final class HeaderOptions {
  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int LEAST_LENGTH = 2;

  private HeaderOptions() {}

  /// The index, in the header, of the octet that is wrong (RFC 792: the pointer of a parameter
  /// problem), if one is.
  static OptionalInt trouble(Octets options) {
    int at = 0;
    while (at < options.length() && options.at(at) != END) {
      if (options.at(at) == NO_OPERATION) {
        at++;
        continue;
      }
      if (at + 1 == options.length()) {
        return OptionalInt.of(Ipv4Header.MIN_LENGTH_OCTETS + at);
      }
      int length = options.at(at + 1);
      if (length < LEAST_LENGTH || at + length > options.length()) {
        return OptionalInt.of(Ipv4Header.MIN_LENGTH_OCTETS + at + 1);
      }
      at += length;
    }
    return OptionalInt.empty();
  }
}
