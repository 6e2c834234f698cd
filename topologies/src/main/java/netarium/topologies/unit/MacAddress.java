package netarium.topologies.unit;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The 48-bit address of a network interface, in the low bits of a `long`: `02:00:00:00:00:2a`.
public record MacAddress(long bits) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{2}(?:(?::[0-9a-fA-F]{2}){5}|(?:-[0-9a-fA-F]{2}){5})");
  private static final long GROUP_BIT = 1L << 40;

  public MacAddress {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("a MAC address has 48 bits: " + bits);
    }
  }

  public static Parsed<MacAddress> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Parsed.bad(
          Quoted.text(text) + " is not a MAC address",
          "write six pairs of hex digits such as \"02:00:00:00:00:2a\"");
    }
    String digits = text.replace(":", "").replace("-", "");
    return Parsed.ok(new MacAddress(HexFormat.fromHexDigitsToLong(digits)));
  }

  /// The address of one station: neither a group's nor all zeros.
  public static Parsed<MacAddress> parseStation(String text) {
    Parsed<MacAddress> parsed = parse(text);
    if (parsed instanceof Parsed.Ok<MacAddress>(MacAddress mac)) {
      if ((mac.bits & GROUP_BIT) != 0) {
        return Parsed.bad(
            Quoted.text(text) + " is a group address", "make the first pair even, such as 02");
      }
      if (mac.bits == 0) {
        return Parsed.bad(Quoted.text(text) + " stands for no station", "choose another address");
      }
    }
    return parsed;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(HexFormat.of().toHexDigits(bits, 12));
    for (int i = 10; i > 0; i -= 2) {
      out.insert(i, ':');
    }
    return out.toString();
  }
}
