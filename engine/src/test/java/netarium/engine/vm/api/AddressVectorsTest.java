package netarium.engine.vm.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the address functions say, line by line against what Go's say.
class AddressVectorsTest {
  private static final String NIL = "nil";

  static Stream<Arguments> vectors() throws IOException {
    try (InputStream in =
        AddressVectorsTest.class.getResourceAsStream("/netarium/engine/vm/addresses.txt")) {
      assertNotNull(in);
      return new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .map(cells -> Arguments.of(cells[0], cells[1], cells[2]))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @MethodSource("vectors")
  void result_isThatOfGo(String function, String argument, String expected) {
    assertEquals(expected, apply(function, argument));
  }

  private static String apply(String function, String argument) {
    return switch (function) {
      case "ip" -> text(IpText.parse(argument));
      case "cidr" -> {
        IpNetwork.Cidr cidr = IpNetwork.parse(argument);
        yield cidr == null
            ? "invalid CIDR address: " + argument
            : cidr.address().text() + " " + cidr.network().text();
      }
      case "split" -> {
        HostPort parts = HostPort.split(argument);
        yield parts.error().isEmpty() ? parts.host() + " | " + parts.port() : parts.error();
      }
      case "join" -> {
        int bar = argument.indexOf(" | ");
        yield HostPort.join(argument.substring(0, bar), argument.substring(bar + 3));
      }
      case "is" -> String.join(" ", kinds(parse(argument)));
      case "mask" -> {
        String[] numbers = argument.split(" ", -1);
        yield hex(IpOctets.mask(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
      }
      case "defaultmask" -> hex(parse(argument).defaultMask());
      case "contains" -> {
        String[] both = argument.split(" ", -1);
        IpNetwork.Cidr cidr = IpNetwork.parse(both[0]);
        assertNotNull(cidr);
        yield Boolean.toString(cidr.network().contains(parse(both[1])));
      }
      default -> throw new IllegalArgumentException(function);
    };
  }

  private static List<String> kinds(IpOctets ip) {
    List<String> kinds = new ArrayList<>();
    add(kinds, ip.isUnspecified(), "unspecified");
    add(kinds, ip.isLoopback(), "loopback");
    add(kinds, ip.isPrivate(), "private");
    add(kinds, ip.isMulticast(), "multicast");
    add(kinds, ip.isInterfaceLocalMulticast(), "interfacelocalmulticast");
    add(kinds, ip.isLinkLocalMulticast(), "linklocalmulticast");
    add(kinds, ip.isLinkLocalUnicast(), "linklocal");
    add(kinds, ip.isGlobalUnicast(), "global");
    return kinds;
  }

  private static void add(List<String> kinds, boolean is, String name) {
    if (is) {
      kinds.add(name);
    }
  }

  private static IpOctets parse(String text) {
    IpOctets ip = IpText.parse(text);
    assertNotNull(ip, text);
    return ip;
  }

  private static String text(@Nullable IpOctets ip) {
    return ip == null ? NIL : ip.text();
  }

  private static String hex(@Nullable IpOctets mask) {
    return mask == null ? NIL : mask.hex();
  }
}
