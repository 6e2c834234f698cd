package netarium.engine.wire;

/// The type field of an Ethernet II frame.
public record EtherType(int value) {
  public static final EtherType IPV4 = new EtherType(0x0800);
  public static final EtherType ARP = new EtherType(0x0806);
  public static final EtherType IPV6 = new EtherType(0x86dd);
}
