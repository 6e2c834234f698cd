package netarium.engine.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The hosts file of a VM: names to addresses, without case, in the order in which they were added.
/// The first entry of a name wins.
///
/// The names of a whole network stand in one table that all machines share; a machine with names of
/// its own has a table in front of that. Else a thousand machines would hold a million names.
public final class NameTable {
  private final Map<String, Ipv4Address> addresses = new LinkedHashMap<>();
  private final @Nullable NameTable common;
  private byte @Nullable [] octets;

  public NameTable() {
    this(null);
  }

  /// A table whose own names come before those of `common`, to which nothing is added any more.
  public NameTable(@Nullable NameTable common) {
    this.common = common;
    add("localhost", Ipv4Address.LOOPBACK);
  }

  public void add(String name, Ipv4Address address) {
    addresses.putIfAbsent(key(name), address);
    octets = null;
  }

  /// The address of a name, of dotted-decimal text, or of `localhost`.
  public Optional<Ipv4Address> resolve(String host) {
    Optional<Ipv4Address> literal = Ipv4Address.parse(host.strip());
    return literal.isPresent() ? literal : Optional.ofNullable(find(key(host)));
  }

  private @Nullable Ipv4Address find(String key) {
    Ipv4Address own = addresses.get(key);
    return own != null || common == null ? own : common.find(key);
  }

  /// The names of an address, in the order in which they were added.
  public List<String> namesOf(Ipv4Address address) {
    List<String> names = new ArrayList<>();
    entries()
        .forEach((name, each) -> {
          if (each.equals(address)) {
            names.add(name);
          }
        });
    return names;
  }

  /// All names with their addresses, the machine's own first.
  public Map<String, Ipv4Address> entries() {
    Map<String, Ipv4Address> all = new LinkedHashMap<>(addresses);
    if (common != null) {
      common.addresses.forEach(all::putIfAbsent);
    }
    return all;
  }

  /// The octets of `/etc/hosts`, the same array each time: nobody may change them.
  public byte[] hostsFile() {
    byte[] known = octets;
    if (known == null) {
      StringBuilder text = new StringBuilder();
      appendTo(text, new TreeSet<>());
      known = text.toString().getBytes(UTF_8);
      octets = known;
    }
    return known;
  }

  private void appendTo(StringBuilder text, Set<String> shadowed) {
    addresses.forEach((name, address) -> {
      if (!shadowed.contains(name)) {
        text.append(address).append('\t').append(name).append('\n');
      }
    });
    if (common != null) {
      common.appendTo(text, addresses.keySet());
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
