package netarium.topologies.unit;

import java.util.regex.Pattern;

/// Four octets in the order of the wire, most significant first: `10.0.1.2`.
public record Ipv4Address(int bits) implements IpAddress {
  private static final Pattern QUAD = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10}){3}");
  private static final String ADVICE = "write four numbers from 0 to 255 such as 10.0.1.2";

  public static Parsed<Ipv4Address> parse(String text) {
    if (!QUAD.matcher(text).matches()) {
      return Parsed.bad(Quoted.text(text) + " is not an IPv4 address", ADVICE);
    }
    int bits = 0;
    int start = 0;
    for (int i = 0; i < 4; i++) {
      int dot = text.indexOf('.', start);
      String part = dot < 0 ? text.substring(start) : text.substring(start, dot);
      start = dot + 1;
      long octet = Long.parseLong(part);
      if (octet > 255) {
        return Parsed.bad(part + " in " + Quoted.text(text) + " is more than 255", ADVICE);
      }
      if (part.length() > 1 && part.charAt(0) == '0') {
        return Parsed.bad(
            part + " in " + Quoted.text(text) + " begins with 0, which some read as octal",
            "write " + octet);
      }
      bits = bits << 8 | (int) octet;
    }
    return Parsed.ok(new Ipv4Address(bits));
  }

  /// 127.0.0.0/8 (RFC 1122 §3.2.1.3): never seen outside a host.
  public boolean isLoopback() {
    return bits >>> 24 == 127;
  }

  /// 0.0.0.0/8, 127.0.0.0/8, groups and the reserved rest: nothing an interface may be called.
  public boolean isSpecial() {
    int first = bits >>> 24;
    return first == 0 || first == 127 || first >= 224;
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
