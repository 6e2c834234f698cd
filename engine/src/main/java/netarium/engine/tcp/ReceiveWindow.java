package netarium.engine.tcp;

import netarium.engine.wire.SeqNum;

/// The stretch of sequence numbers a receiver accepts: `octets` numbers from `start` (RCV.NXT) on.
public record ReceiveWindow(SeqNum start, int octets) {
  /// The four cases of the acceptability test, RFC 9293 §3.4 table 6.
  public boolean accepts(SeqNum seq, int length) {
    if (length == 0) {
      return octets == 0 ? seq.equals(start) : seq.isWithin(start, octets);
    }
    return octets > 0
        && (seq.isWithin(start, octets) || seq.plus(length - 1).isWithin(start, octets));
  }
}
