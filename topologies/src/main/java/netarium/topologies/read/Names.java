package netarium.topologies.read;

import java.util.regex.Pattern;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;

/// What ids, interfaces, host names and paths may be called. The command line writes `NODE:IFACE`
/// and `NODE=PORT`, so neither sign may stand in an id.
final class Names {
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,62}");
  private static final Pattern INTERFACE =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]{0,30}");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,252}");

  private Names() {}

  static Parsed<String> id(String text) {
    return matching(ID, text, "an id", "use up to 63 letters, digits, '-', '_' and '.'");
  }

  static Parsed<String> interfaceName(String text) {
    return matching(
        INTERFACE, text, "an interface name", "use a short name such as \"eth0\" or \"p1\"");
  }

  static Parsed<String> host(String text) {
    return matching(HOST, text, "a host name", "use letters, digits, '-' and '.'");
  }

  private static Parsed<String> matching(Pattern form, String text, String noun, String advice) {
    return form.matcher(text).matches()
        ? Parsed.ok(text)
        : Parsed.bad(Quoted.text(text) + " is not " + noun, advice);
  }
}
