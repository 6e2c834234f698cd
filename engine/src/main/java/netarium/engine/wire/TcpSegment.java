package netarium.engine.wire;

import java.util.List;

/// A TCP segment (RFC 9293 §3.1). The checksum is not a field: it is computed when octets are asked
/// for, and verified when they are read. `window` is the field as it stands on the wire, unscaled.
public record TcpSegment(
    int sourcePort,
    int destinationPort,
    SeqNum seq,
    SeqNum ack,
    TcpFlags flags,
    int window,
    int urgentPointer,
    List<TcpOption> options,
    Octets payload)
    implements Ipv4Payload {
  public static final int MIN_HEADER_OCTETS = 20;
  public static final int MAX_HEADER_OCTETS = 60;

  public TcpSegment {
    options = List.copyOf(options);
    if ((sourcePort | destinationPort | window | urgentPointer) >>> 16 != 0) {
      throw new IllegalArgumentException("ports, window and urgent pointer have 16 bits");
    }
    if (headerOctets(options) > MAX_HEADER_OCTETS) {
      throw new IllegalArgumentException("a TCP header has at most 40 octets of options");
    }
  }

  /// Header with options, padded to a multiple of 4 octets.
  public int headerOctets() {
    return headerOctets(options);
  }

  private static int headerOctets(List<TcpOption> options) {
    int octets = MIN_HEADER_OCTETS;
    for (int i = 0; i < options.size(); i++) {
      // Asked several times a hop: what nearly all segments carry is spared the call.
      octets +=
          switch (options.get(i)) {
            case TcpOption.NoOperation _ -> 1;
            case TcpOption.Timestamps _ -> TcpOption.Timestamps.LENGTH_OCTETS;
            case TcpOption other -> other.lengthOctets();
          };
    }
    return (octets + 3) & ~3;
  }

  /// SEG.LEN: the sequence numbers the segment occupies, SYN and FIN included (RFC 9293 §3.4).
  public int sequenceLength() {
    return payload.length() + (flags.syn() ? 1 : 0) + (flags.fin() ? 1 : 0);
  }

  @Override
  public int lengthOctets() {
    return headerOctets() + payload.length();
  }

  @Override
  public long digest() {
    long state = Digest.start((long) sourcePort << 16 | destinationPort);
    state = Digest.mix(state, (long) seq.bits() << 32 | (ack.bits() & 0xffffffffL));
    state = Digest.mix(state, (long) flags.bits() << 32 | (long) window << 16 | urgentPointer);
    for (int i = 0; i < options.size(); i++) {
      state = Digest.mix(state, options.get(i).digest());
    }
    return Digest.mix(state, payload.digest());
  }
}
