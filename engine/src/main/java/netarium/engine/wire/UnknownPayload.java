package netarium.engine.wire;

/// Octets that stay octets: a type nobody here reads, or one that could not be read, and why.
///
/// `trouble` is empty for what is merely unknown. Nothing tells such octets from the padding of a
/// short frame, so the padding is part of them.
public record UnknownPayload(EtherType etherType, Octets octets, String trouble)
    implements FramePayload {
  public UnknownPayload {
    octets = padded(octets);
  }

  private static Octets padded(Octets octets) {
    int missing = EthernetFrame.MIN_PAYLOAD_OCTETS - octets.length();
    return missing <= 0 ? octets : octets.plus(Octets.wrap(new byte[missing]));
  }

  /// Whether the octets could not be read because they were damaged on the way.
  public boolean hasBadChecksum() {
    return Field.isChecksumTrouble(trouble);
  }

  @Override
  public int lengthOctets() {
    return octets.length();
  }

  @Override
  public long digest() {
    return Digest.finish(Digest.mix(octets.digest(), etherType.value()));
  }
}
