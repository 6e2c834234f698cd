package netarium.engine.wire;

/// IP payload that stays octets: a fragment, a protocol nobody here reads, or a message that could
/// not be read (`trouble` then says why, and is empty otherwise).
public record OpaquePayload(Octets octets, String trouble) implements Ipv4Payload {
  @Override
  public int lengthOctets() {
    return octets.length();
  }

  @Override
  public long digest() {
    return octets.digest();
  }
}
