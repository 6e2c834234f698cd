package netarium.topologies.unit;

import java.util.regex.Pattern;

/// An IPv4 address and a port: `10.0.1.2:80`.
public record Endpoint(Ipv4Address address, int port) {
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  public static Parsed<Endpoint> parse(String text) {
    int colon = text.indexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || !PORT.matcher(port).matches()) {
      return Parsed.bad(
          Quoted.text(text) + " is not an address with a port", "write one such as 10.0.1.2:80");
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      return Parsed.bad(port + " is not a port", "write 1 to 65535 after the colon");
    }
    return Ipv4Address.parse(text.substring(0, colon)).map(a -> new Endpoint(a, number));
  }

  @Override
  public String toString() {
    return address + ":" + port;
  }
}
