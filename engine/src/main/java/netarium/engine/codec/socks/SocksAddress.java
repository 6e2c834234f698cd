package netarium.engine.codec.socks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// Where a SOCKS message points to (RFC 1928 §5).
public sealed interface SocksAddress {
  /// The address type of the message.
  int type();

  /// The address as the message carries it, without its type.
  Octets octets();

  /// An address of four octets.
  record V4(Ipv4Address address) implements SocksAddress {
    public static final int TYPE = 1;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public Octets octets() {
      int bits = address.bits();
      return Octets.wrap(
          new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    @Override
    public String toString() {
      return address.toString();
    }
  }

  /// A name that the proxy is to resolve. Octets in disguise: one character, one octet.
  record Name(String text) implements SocksAddress {
    public static final int TYPE = 3;
    public static final int MAX_OCTETS = 255;

    public Name {
      if (text.isEmpty() || text.length() > MAX_OCTETS) {
        throw new IllegalArgumentException("a name has 1 to 255 octets, not " + text.length());
      }
    }

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public Octets octets() {
      byte[] octets = new byte[1 + text.length()];
      octets[0] = (byte) text.length();
      Octets.wrap(text.getBytes(ISO_8859_1)).copyTo(octets, 1);
      return Octets.wrap(octets);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// An address of sixteen octets.
  record V6(Octets address) implements SocksAddress {
    public static final int TYPE = 4;
    public static final int LENGTH_OCTETS = 16;

    public V6 {
      if (address.length() != LENGTH_OCTETS) {
        throw new IllegalArgumentException("an IPv6 address has 16 octets");
      }
    }

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public Octets octets() {
      return address;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < LENGTH_OCTETS; at += 2) {
        text.append(at == 0 ? "" : ":").append(Integer.toHexString(address.uint16(at)));
      }
      return text.toString();
    }
  }
}
