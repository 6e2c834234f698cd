package netarium.engine.wire;

/// An ICMP message (RFC 792): type, code, the four octets whose meaning depends on the type, and
/// the data (for errors: the header and first octets of the offending datagram).
public record IcmpMessage(int type, int code, int rest, Octets data) implements Ipv4Payload {
  public static final int HEADER_OCTETS = 8;
  public static final int ECHO_REPLY = 0;
  public static final int DESTINATION_UNREACHABLE = 3;
  public static final int REDIRECT = 5;
  public static final int ECHO_REQUEST = 8;
  public static final int TIME_EXCEEDED = 11;
  public static final int PARAMETER_PROBLEM = 12;

  public IcmpMessage {
    if ((type | code) >>> 8 != 0) {
      throw new IllegalArgumentException("an ICMP type or code has 8 bits");
    }
  }

  public static IcmpMessage echo(int type, int identifier, int sequence, Octets data) {
    return new IcmpMessage(type, 0, identifier << 16 | (sequence & 0xffff), data);
  }

  /// Echo: the high half of the second word.
  public int identifier() {
    return rest >>> 16;
  }

  /// Echo: the low half of the second word.
  public int sequence() {
    return rest & 0xffff;
  }

  /// Errors quote a datagram and are never answered with an error (RFC 1122 §3.2.2).
  public boolean isError() {
    return switch (type) {
      case DESTINATION_UNREACHABLE, 4, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
      default -> false;
    };
  }

  @Override
  public int lengthOctets() {
    return HEADER_OCTETS + data.length();
  }

  @Override
  public long digest() {
    long state = Digest.start((long) type << 8 | code);
    return Digest.mix(Digest.mix(state, rest), data.digest());
  }
}
