package netarium.engine.wire;

/// The control bits of a TCP segment (RFC 9293 §3.1, ECE and CWR of RFC 3168).
public record TcpFlags(int bits) {
  public static final int FIN_BIT = 0x01;
  public static final int SYN_BIT = 0x02;
  public static final int RST_BIT = 0x04;
  public static final int PSH_BIT = 0x08;
  public static final int ACK_BIT = 0x10;
  public static final int URG_BIT = 0x20;
  public static final int ECE_BIT = 0x40;
  public static final int CWR_BIT = 0x80;

  public static final TcpFlags SYN = new TcpFlags(SYN_BIT);
  public static final TcpFlags SYN_ACK = new TcpFlags(SYN_BIT | ACK_BIT);
  public static final TcpFlags ACK = new TcpFlags(ACK_BIT);
  public static final TcpFlags PSH_ACK = new TcpFlags(PSH_BIT | ACK_BIT);
  public static final TcpFlags FIN_ACK = new TcpFlags(FIN_BIT | ACK_BIT);
  public static final TcpFlags RST = new TcpFlags(RST_BIT);
  public static final TcpFlags RST_ACK = new TcpFlags(RST_BIT | ACK_BIT);

  private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

  public TcpFlags {
    if (bits >>> 8 != 0) {
      throw new IllegalArgumentException("TCP has 8 control bits");
    }
  }

  public boolean fin() {
    return (bits & FIN_BIT) != 0;
  }

  public boolean syn() {
    return (bits & SYN_BIT) != 0;
  }

  public boolean rst() {
    return (bits & RST_BIT) != 0;
  }

  public boolean psh() {
    return (bits & PSH_BIT) != 0;
  }

  public boolean ack() {
    return (bits & ACK_BIT) != 0;
  }

  public boolean urg() {
    return (bits & URG_BIT) != 0;
  }

  public TcpFlags with(int moreBits) {
    return new TcpFlags(bits | moreBits);
  }

  /// `SYN, ACK` in the order of the bits, as packet lists print them.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if ((bits & 1 << i) != 0) {
        text.append(text.isEmpty() ? "" : ", ").append(NAMES[i]);
      }
    }
    return text.toString();
  }
}
