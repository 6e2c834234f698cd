package netarium.engine.wire;

/// The type field of an Ethernet II frame.
public record EtherType(int value) {
  /// Of a frame that ended before its type.
  public static final EtherType NONE = new EtherType(0);

  public static final EtherType IPV4 = new EtherType(0x0800);
  public static final EtherType ARP = new EtherType(0x0806);
  public static final EtherType IPV6 = new EtherType(0x86dd);

  public EtherType {
    if (value >>> 16 != 0) {
      throw new IllegalArgumentException("an Ethernet type has 16 bits");
    }
  }
}
