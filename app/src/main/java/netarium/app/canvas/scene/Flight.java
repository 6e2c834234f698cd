package netarium.app.canvas.scene;

import netarium.engine.trace.PortId;
import netarium.engine.wire.EthernetFrame;

/// A frame from the instant its port got it to its arrival: it waits until `startsNanos`, its last
/// bit leaves at `departsNanos`.
public record Flight(
    long ordinal,
    String link,
    PortId from,
    PortId to,
    EthernetFrame frame,
    Glyph glyph,
    long atNanos,
    long startsNanos,
    long departsNanos,
    long arrivesNanos) {
  public boolean isWaiting(long instant) {
    return instant < startsNanos;
  }

  public boolean isLoop() {
    return from.equals(to);
  }

  /// The share of the way behind it: 0 until the last bit has left, 1 on arrival.
  public double along(long instant) {
    if (instant <= departsNanos) {
      return 0;
    }
    return instant >= arrivesNanos
        ? 1
        : (double) (instant - departsNanos) / (arrivesNanos - departsNanos);
  }
}
