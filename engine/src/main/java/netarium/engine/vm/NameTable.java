package netarium.engine.vm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netarium.engine.wire.Ipv4Address;

/// The hosts file of a VM: names to addresses, without case, in the order in which they were added.
/// The first entry of a name wins.
public final class NameTable {
  private final Map<String, Ipv4Address> addresses = new LinkedHashMap<>();

  public NameTable() {
    add("localhost", Ipv4Address.LOOPBACK);
  }

  public void add(String name, Ipv4Address address) {
    addresses.putIfAbsent(key(name), address);
  }

  /// The address of a name, of dotted-decimal text, or of `localhost`.
  public Optional<Ipv4Address> resolve(String host) {
    Optional<Ipv4Address> literal = Ipv4Address.parse(host.strip());
    return literal.isPresent() ? literal : Optional.ofNullable(addresses.get(key(host)));
  }

  /// The text of `/etc/hosts`.
  public String hostsFile() {
    StringBuilder text = new StringBuilder();
    addresses.forEach((name, address) -> text.append(address + "\t" + name + "\n"));
    return text.toString();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
