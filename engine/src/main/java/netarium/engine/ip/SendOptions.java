package netarium.engine.ip;

import netarium.engine.wire.Ipv4Header;

/// What a sender may choose for the header of its datagram.
public record SendOptions(int ttl, boolean dontFragment, int typeOfService) {
  public static final SendOptions DEFAULT = new SendOptions(Ipv4Header.DEFAULT_TTL, false, 0);

  /// For TCP, which finds the path's MTU by itself (RFC 1191).
  public static final SendOptions DONT_FRAGMENT = new SendOptions(Ipv4Header.DEFAULT_TTL, true, 0);

  /// The two ECN bits (RFC 3168 §5): markable, and marked.
  public static final int ECN_CAPABLE = 2;

  public static final int CONGESTION_EXPERIENCED = 3;
  public static final int ECN_MASK = 3;

  public SendOptions {
    if (ttl < 1 || ttl > 255) {
      throw new IllegalArgumentException("a time to live is 1 to 255");
    }
    if (typeOfService >>> 8 != 0) {
      throw new IllegalArgumentException("a type of service has 8 bits");
    }
  }

  public SendOptions withTypeOfService(int newTypeOfService) {
    return new SendOptions(ttl, dontFragment, newTypeOfService);
  }

  public SendOptions withTtl(int newTtl) {
    return new SendOptions(newTtl, dontFragment, typeOfService);
  }
}
