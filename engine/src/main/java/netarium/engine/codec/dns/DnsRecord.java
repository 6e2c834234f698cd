package netarium.engine.codec.dns;

import netarium.engine.wire.Octets;

/// A resource record (RFC 1035 §4.1.3). `ttlSeconds` is the field as it is, of 32 bits.
public record DnsRecord(
    DomainName name, int type, int classNumber, long ttlSeconds, RecordData data) {
  /// The class of the Internet.
  public static final int INTERNET = 1;

  private static final long MOST_SECONDS = 0x7fff_ffffL;

  public DnsRecord {
    boolean isRead = classNumber == INTERNET && RecordData.isKnown(type);
    if (isRead ? data.type() != type : !(data instanceof RecordData.Opaque)) {
      throw new IllegalArgumentException(
          "no data of " + RecordType.name(type) + ": " + data.text());
    }
  }

  /// A record of the Internet whose data says its type.
  public DnsRecord(DomainName name, long ttlSeconds, RecordData data) {
    this(name, data.type(), INTERNET, ttlSeconds, data);
  }

  /// The word of a sender that takes `udpOctets` by UDP (RFC 6891 §6.1.2).
  public static DnsRecord opt(int udpOctets) {
    return new DnsRecord(
        DomainName.ROOT, RecordType.OPT, udpOctets, 0, new RecordData.Opaque(Octets.EMPTY));
  }

  /// How long it may be kept: with the highest bit set, not at all (RFC 2181 §8).
  public long lifetimeSeconds() {
    return ttlSeconds > MOST_SECONDS ? 0 : ttlSeconds;
  }

  public DnsRecord withTtl(long seconds) {
    return new DnsRecord(name, type, classNumber, seconds, data);
  }

  /// The same said of another name: what a wildcard stands for.
  public DnsRecord withName(DomainName other) {
    return new DnsRecord(other, type, classNumber, ttlSeconds, data);
  }

  /// As a zone file would have it.
  @Override
  public String toString() {
    return RecordText.absolute(name)
        + " "
        + ttlSeconds
        + " IN "
        + RecordType.name(type)
        + " "
        + data.text();
  }
}
