package netarium.engine.socket;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Ports for those who do not care which: 49152 to 65535 (RFC 6335 §6), each time the next after
/// the last one given, skipping those in use, and round again.
final class EphemeralPorts {
  static final int FIRST = 49_152;
  static final int LAST = 65_535;

  private int next = FIRST;

  OptionalInt take(IntPredicate isFree) {
    for (int tried = FIRST; tried <= LAST; tried++) {
      int port = next;
      next = port == LAST ? FIRST : port + 1;
      if (isFree.test(port)) {
        return OptionalInt.of(port);
      }
    }
    return OptionalInt.empty();
  }
}
