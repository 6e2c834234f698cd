package netarium.engine.vm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import netarium.engine.wire.Ipv4Address;
import org.junit.jupiter.api.Test;

class NameTableTest {
  private static Ipv4Address address(String text) {
    return Ipv4Address.parse(text).orElseThrow();
  }

  private static NameTable common() {
    NameTable names = new NameTable();
    names.add("alice", address("10.0.0.1"));
    names.add("bob", address("10.0.0.2"));
    return names;
  }

  @Test
  void ownNames_comeBeforeThoseOfAll() {
    NameTable names = new NameTable(common());
    names.add("Bob", address("10.9.9.9"));
    assertEquals(Optional.of(address("10.9.9.9")), names.resolve("bob"));
    assertEquals(Optional.of(address("10.0.0.1")), names.resolve("ALICE"));
    assertEquals(Optional.of(Ipv4Address.LOOPBACK), names.resolve("localhost"));
    assertEquals(Optional.empty(), names.resolve("carol"));
    assertEquals(
        "127.0.0.1\tlocalhost\n10.9.9.9\tbob\n10.0.0.1\talice\n",
        new String(names.hostsFile(), UTF_8));
  }

  @Test
  void addedName_appearsInTheHostsFile() {
    NameTable names = common();
    names.hostsFile();
    names.add("carol", address("10.0.0.3"));
    assertEquals(
        "127.0.0.1\tlocalhost\n10.0.0.1\talice\n10.0.0.2\tbob\n10.0.0.3\tcarol\n",
        new String(names.hostsFile(), UTF_8));
  }
}
