package netarium.engine.wire;

/// IP payload that stays octets: a fragment, a protocol nobody here reads, or a message that could
/// not be read (`trouble` then says why, and is empty otherwise).
public record OpaquePayload(Octets octets, String trouble) implements Ipv4Payload {
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
    return octets.digest();
  }
}
