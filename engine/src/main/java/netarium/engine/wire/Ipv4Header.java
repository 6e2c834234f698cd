package netarium.engine.wire;

/// The header of an IPv4 datagram (RFC 791 §3.1) but for what follows from the rest: version,
/// header length, total length, checksum.
///
/// Invariant: `options` is padded to a multiple of 4 octets, at most 40.
public record Ipv4Header(
    int typeOfService,
    int identification,
    boolean dontFragment,
    boolean moreFragments,
    int fragmentOffsetOctets,
    int ttl,
    IpProtocol protocol,
    Ipv4Address source,
    Ipv4Address destination,
    Octets options) {
  public static final int MIN_LENGTH_OCTETS = 20;

  /// RFC 1700's recommended initial time to live.
  public static final int DEFAULT_TTL = 64;

  public Ipv4Header {
    if ((typeOfService | ttl) >>> 8 != 0 || identification >>> 16 != 0) {
      throw new IllegalArgumentException("type of service, TTL or identification is too big");
    }
    if (fragmentOffsetOctets >>> 16 != 0 || fragmentOffsetOctets % 8 != 0) {
      throw new IllegalArgumentException("a fragment offset is a multiple of 8 below 65536");
    }
    if (options.length() > 40 || options.length() % 4 != 0) {
      throw new IllegalArgumentException("IPv4 options are a multiple of 4 up to 40 octets");
    }
  }

  public static Ipv4Header of(
      Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {
    return new Ipv4Header(
        0,
        identification,
        false,
        false,
        0,
        DEFAULT_TTL,
        protocol,
        source,
        destination,
        Octets.EMPTY);
  }

  public Ipv4Header withTtl(int newTtl) {
    return new Ipv4Header(
        typeOfService,
        identification,
        dontFragment,
        moreFragments,
        fragmentOffsetOctets,
        newTtl,
        protocol,
        source,
        destination,
        options);
  }

  public Ipv4Header withTypeOfService(int newTypeOfService) {
    return new Ipv4Header(
        newTypeOfService,
        identification,
        dontFragment,
        moreFragments,
        fragmentOffsetOctets,
        ttl,
        protocol,
        source,
        destination,
        options);
  }

  public Ipv4Header withDontFragment(boolean flag) {
    return new Ipv4Header(
        typeOfService,
        identification,
        flag,
        moreFragments,
        fragmentOffsetOctets,
        ttl,
        protocol,
        source,
        destination,
        options);
  }

  public Ipv4Header withFragment(int offsetOctets, boolean more) {
    return new Ipv4Header(
        typeOfService,
        identification,
        dontFragment,
        more,
        offsetOctets,
        ttl,
        protocol,
        source,
        destination,
        options);
  }

  public boolean isFragment() {
    return moreFragments || fragmentOffsetOctets != 0;
  }

  public int lengthOctets() {
    return MIN_LENGTH_OCTETS + options.length();
  }

  long digest() {
    long addresses = (long) source.bits() << 32 | (destination.bits() & 0xffffffffL);
    long rest =
        (long) typeOfService << 56
            | (long) identification << 40
            | (long) ttl << 32
            | (long) protocol.number() << 24
            | (dontFragment ? 1 << 17 : 0)
            | (moreFragments ? 1 << 16 : 0)
            | fragmentOffsetOctets;
    long state = Digest.mix(Digest.start(addresses), rest);
    return options.isEmpty() ? state : Digest.mix(state, options.digest());
  }
}
