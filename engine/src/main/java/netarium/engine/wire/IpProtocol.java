package netarium.engine.wire;

/// The protocol field of an IP header (IANA protocol numbers).
public record IpProtocol(int number) {
  public static final IpProtocol ICMP = new IpProtocol(1);
  public static final IpProtocol TCP = new IpProtocol(6);
  public static final IpProtocol UDP = new IpProtocol(17);

  public IpProtocol {
    if (number >>> 8 != 0) {
      throw new IllegalArgumentException("a protocol number has 8 bits");
    }
  }

  @Override
  public String toString() {
    return switch (number) {
      case 1 -> "ICMP";
      case 6 -> "TCP";
      case 17 -> "UDP";
      default -> "protocol " + number;
    };
  }
}
