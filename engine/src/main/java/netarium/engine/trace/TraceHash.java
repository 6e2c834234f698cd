package netarium.engine.trace;

import java.util.HexFormat;
import netarium.engine.wire.Digest;

/// A rolling digest over (instant, node, kind, digest) of every event: two runs with the same hash
/// are the same run. Coordinates, notes and themes of a topology never enter it.
public final class TraceHash {
  private long state = Digest.start(0);

  void add(SimEvent event) {
    Stamp stamp = event.stamp();
    state = Digest.mix(state, stamp.at().nanos());
    state = Digest.mix(state, (long) stamp.node() << 8 | event.kind().code());
    state = Digest.mix(state, event.digest());
  }

  public long value() {
    return Digest.finish(state);
  }

  /// Sixteen hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value());
  }
}
