package netarium.engine.wire;

/// ICMP messages to octets and back (RFC 792).
public final class IcmpCodec {
  private IcmpCodec() {}

  public static Octets emit(IcmpMessage message) {
    byte[] octets = new byte[message.lengthOctets()];
    write(message, octets, 0);
    return Octets.wrap(octets);
  }

  static void write(IcmpMessage message, byte[] into, int at) {
    into[at] = (byte) message.type();
    into[at + 1] = (byte) message.code();
    BigEndian.put32(into, at + 4, message.rest());
    message.data().copyTo(into, at + IcmpMessage.HEADER_OCTETS);
    long sum =
        (long) InternetChecksum.sum(into, at, IcmpMessage.HEADER_OCTETS) + message.data().onesSum();
    BigEndian.put16(into, at + 2, InternetChecksum.complement(sum));
  }

  public static Parsed<IcmpMessage> parse(Octets octets) {
    if (octets.length() < IcmpMessage.HEADER_OCTETS) {
      return Parsed.malformed(
          "header", 0, octets.length(), octets.length() + " octets, an ICMP header has 8");
    }
    Octets data = octets.slice(IcmpMessage.HEADER_OCTETS);
    long sum = (long) octets.sumOf(0, IcmpMessage.HEADER_OCTETS) + data.onesSum();
    if (!InternetChecksum.isRight(sum)) {
      return Parsed.malformed(
          Field.CHECKSUM, 2, 2, InternetChecksum.mismatch(octets.uint16(2), sum));
    }
    return new Parsed.Ok<>(new IcmpMessage(octets.at(0), octets.at(1), octets.int32(4), data));
  }
}
