package netarium.topologies.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses in their text forms.
class AddressTest {
  @ParameterizedTest // RFC 5952 §4
  @CsvSource({
    "2001:db8::1, 2001:db8::1",
    "2001:0DB8:0:0:0:0:0:1, 2001:db8::1",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::ffff:10.0.0.1, ::ffff:a00:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "0:0:1:0:0:0:1:0, 0:0:1::1:0"
  })
  void ipv6_isWrittenInOneForm(String text, String canonical) {
    assertEquals(canonical, Ipv6Address.parse(text).orThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1.2.3.4::",
        "::1.2.3",
        "::1.2.3.4:5",
        "fe80::1%eth0",
        "1:",
        ":1"
      })
  void badIpv6_isAValue(String text) {
    assertInstanceOf(Parsed.Bad.class, Ipv6Address.parse(text));
  }

  @Test
  void everyIpv6Address_readsBackAndMeansWhatTheJdkReads() throws UnknownHostException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      long mask = random.nextLong() & groups(random);
      Ipv6Address address = new Ipv6Address(mask & groups(random), mask >>> 7 & groups(random));
      assertEquals(address, Ipv6Address.parse(address.toString()).orThrow());
      InetAddress jdk = InetAddress.getByName(address.toString());
      if (jdk instanceof Inet6Address) {
        byte[] octets = new byte[16];
        for (int g = 0; g < 8; g++) {
          octets[2 * g] = (byte) (address.group(g) >>> 8);
          octets[2 * g + 1] = (byte) address.group(g);
        }
        assertTrue(Arrays.equals(octets, jdk.getAddress()), address.toString());
      }
    }
  }

  private static long groups(SplittableRandom random) {
    long mask = 0;
    for (int i = 0; i < 4; i++) {
      mask = mask << 16 | (random.nextBoolean() ? 0xffff : 0);
    }
    return mask;
  }

  @Test
  void everyIpv4Address_readsBack() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 5_000; i++) {
      Ipv4Cidr cidr = new Ipv4Cidr(new Ipv4Address(random.nextInt()), random.nextInt(33));
      assertEquals(cidr, Ipv4Cidr.parse(cidr.toString()).orThrow());
      assertTrue(cidr.contains(cidr.network()) && cidr.contains(cidr.broadcast()));
    }
  }

  @Test
  void network_isWhatThePrefixLeaves() {
    Ipv4Cidr cidr = Ipv4Cidr.parse("10.1.2.200/26").orThrow();
    assertEquals("10.1.2.192", cidr.network().toString());
    assertEquals("10.1.2.255", cidr.broadcast().toString());
    assertFalse(cidr.contains(Ipv4Address.parse("10.1.2.191").orThrow()));
    assertEquals(0, Ipv4Cidr.parse("0.0.0.0/0").orThrow().mask());
    assertEquals("2001:db8::", Ipv6Cidr.parse("2001:db8::5/32").orThrow().network().toString());
    assertFalse(
        Ipv6Cidr.parse("2001:db8::/65")
            .orThrow()
            .contains(Ipv6Address.parse("2001:db8:0:0:8000::").orThrow()));
  }

  @Test
  void pointToPointNetworks_haveNoBroadcast() { // RFC 3021
    assertInstanceOf(Parsed.Ok.class, Ipv4Cidr.parseHost("10.0.0.0/31"));
    assertInstanceOf(Parsed.Ok.class, Ipv4Cidr.parseHost("10.0.0.1/32"));
    assertInstanceOf(Parsed.Bad.class, Ipv4Cidr.parseHost("10.0.0.0/30"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "01.2.3.4",
        "1.2.3.4 ",
        "1..3.4",
        "٣.2.3.4"
      })
  void badIpv4_isAValue(String text) {
    assertInstanceOf(Parsed.Bad.class, Ipv4Address.parse(text));
  }

  @Test
  void mac_isWrittenWithColons() {
    assertEquals("02:00:5e:00:00:0a", MacAddress.parse("02-00-5E-00-00-0A").orThrow().toString());
    assertEquals(0x02005e00000aL, MacAddress.parse("02:00:5e:00:00:0a").orThrow().bits());
    assertInstanceOf(Parsed.Bad.class, MacAddress.parse("02:00-5e:00:00:0a"));
    assertInstanceOf(Parsed.Bad.class, MacAddress.parseStation("ff:ff:ff:ff:ff:ff"));
    assertInstanceOf(Parsed.Bad.class, MacAddress.parseStation("00:00:00:00:00:00"));
  }
}
