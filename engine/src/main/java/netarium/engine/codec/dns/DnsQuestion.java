package netarium.engine.codec.dns;

/// What is asked (RFC 1035 §4.1.2).
public record DnsQuestion(DomainName name, int type, int classNumber) {
  /// The Internet's.
  public DnsQuestion(DomainName name, int type) {
    this(name, type, DnsRecord.INTERNET);
  }

  /// Whether it asks the same, letters of either case being equal.
  public boolean isSame(DnsQuestion other) {
    return type == other.type && classNumber == other.classNumber && name.isSame(other.name);
  }

  @Override
  public String toString() {
    return RecordType.name(type) + " " + name;
  }
}
