package netarium.engine.wire;

/// Octets that stay octets: a type nobody here reads, or one that could not be read, and why.
///
/// `trouble` is empty for what is merely unknown.
public record UnknownPayload(EtherType etherType, Octets octets, String trouble)
    implements FramePayload {
  @Override
  public int lengthOctets() {
    return octets.length();
  }

  @Override
  public long digest() {
    return Digest.finish(Digest.mix(octets.digest(), etherType.value()));
  }
}
