package netarium.engine.codec.socks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import netarium.engine.codec.socks.SocksMessage.Credentials;
import netarium.engine.codec.socks.SocksMessage.CredentialsAnswer;
import netarium.engine.codec.socks.SocksMessage.Greeting;
import netarium.engine.codec.socks.SocksMessage.MethodChoice;
import netarium.engine.codec.socks.SocksMessage.Reply;
import netarium.engine.codec.socks.SocksMessage.Request;
import netarium.engine.wire.Field;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The octets of RFC 1928 and RFC 1929, both ways.
class SocksReaderTest {
  private static Octets hex(String text) {
    return Octets.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static SocksAddress name(String text) {
    return new SocksAddress.Name(text);
  }

  /// It is written as these octets, and they are read as it, with others behind and one by one.
  private static <T extends SocksMessage> void isWrittenAs(
      String expected, T message, Function<Octets, SocksParse<T>> reader) {
    Octets octets = hex(expected);
    assertEquals(octets, message.octets());
    Octets more = octets.plus(hex("cafe"));
    assertEquals(new SocksParse.Whole<>(message, octets.length()), reader.apply(more));
    for (int have = 0; have < octets.length(); have++) {
      SocksParse.Incomplete<?> part =
          assertInstanceOf(SocksParse.Incomplete.class, reader.apply(octets.slice(0, have)));
      int wanted = part.atLeastOctets();
      assertEquals(true, wanted > have && wanted <= octets.length(), have + " of it: " + wanted);
    }
  }

  @Test
  void greetingAndChoice_areAsInRfc1928() {
    isWrittenAs("05 01 00", new Greeting(List.of(0)), SocksReader::greeting);
    isWrittenAs("05 02 00 02", new Greeting(List.of(0, 2)), SocksReader::greeting);
    isWrittenAs("05 00", new Greeting(List.of()), SocksReader::greeting);
    isWrittenAs("05 ff", new MethodChoice(0xff), SocksReader::methodChoice);
  }

  @Test
  void credentials_areAsInRfc1929() {
    isWrittenAs(
        "01 05 616c696365 06 736563726574",
        new Credentials(text("alice"), text("secret")),
        SocksReader::credentials);
    isWrittenAs("01 01 61 00", new Credentials(text("a"), Octets.EMPTY), SocksReader::credentials);
    isWrittenAs("01 00", new CredentialsAnswer(0), SocksReader::credentialsAnswer);
    isWrittenAs("01 01", new CredentialsAnswer(1), SocksReader::credentialsAnswer);
  }

  @Test
  void requestAndReply_areAsInRfc1928() {
    isWrittenAs(
        "05 01 00 03 03 776562 1f90",
        new Request(SocksMessage.CONNECT, name("web"), 8080),
        SocksReader::request);
    isWrittenAs(
        "05 01 00 01 0a000002 0050",
        new Request(SocksMessage.CONNECT, new SocksAddress.V4(new Ipv4Address(0x0a000002)), 80),
        SocksReader::request);
    isWrittenAs(
        "05 00 00 01 0a000003 c000",
        new Reply(0, new SocksAddress.V4(new Ipv4Address(0x0a000003)), 49152),
        SocksReader::reply);
    isWrittenAs(
        "05 05 00 04 20010db8000000000000000000000001 0000",
        new Reply(5, new SocksAddress.V6(hex("20010db8000000000000000000000001")), 0),
        SocksReader::reply);
  }

  @ParameterizedTest
  @CsvSource({
    "04 01 00 50,version,0",
    "05 01 00 02 0a000002 0050,address type,3",
    "05 01 00 03 00 0050,domain length,4"
  })
  void requestThatIsNone_saysWhere(String octets, String field, int offset) {
    assertEquals(
        new Field(field, offset, 1),
        assertInstanceOf(SocksParse.Malformed.class, SocksReader.request(hex(octets))).field());
  }

  @Test
  void otherVersions_areRefusedAtTheFirstOctet() {
    for (var reader :
        List.<Function<Octets, ? extends SocksParse<?>>>of(
            SocksReader::greeting,
            SocksReader::methodChoice,
            SocksReader::credentials,
            SocksReader::credentialsAnswer,
            SocksReader::request,
            SocksReader::reply)) {
      assertInstanceOf(SocksParse.Malformed.class, reader.apply(hex("47")));
    }
  }

  @Test
  void whatCannotBeWritten_cannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> name(""));
    assertThrows(IllegalArgumentException.class, () -> name("x".repeat(256)));
    assertThrows(IllegalArgumentException.class, () -> new MethodChoice(256));
    assertThrows(IllegalArgumentException.class, () -> new Request(1, name("a"), 65_536));
    assertThrows(
        IllegalArgumentException.class, () -> new Credentials(text("u".repeat(256)), Octets.EMPTY));
  }

  @Test
  void whateverIsWritten_isReadAsTheSame() {
    var random = new SplittableRandom(1928);
    for (int round = 0; round < 2000; round++) {
      List<Integer> methods = new ArrayList<>();
      for (int i = random.nextInt(256); i > 0; i--) {
        methods.add(random.nextInt(256));
      }
      var greeting = new Greeting(methods);
      int length = greeting.octets().length();
      assertEquals(
          new SocksParse.Whole<>(greeting, length), SocksReader.greeting(greeting.octets()));
      var request = new Request(random.nextInt(256), address(random), random.nextInt(65_536));
      length = request.octets().length();
      assertEquals(new SocksParse.Whole<>(request, length), SocksReader.request(request.octets()));
    }
  }

  private static SocksAddress address(SplittableRandom random) {
    byte[] octets = new byte[16];
    random.nextBytes(octets);
    return switch (random.nextInt(3)) {
      case 0 -> new SocksAddress.V4(new Ipv4Address(random.nextInt()));
      case 1 -> new SocksAddress.V6(Octets.wrap(octets));
      default -> {
        StringBuilder name = new StringBuilder();
        for (int i = 1 + random.nextInt(255); i > 0; i--) {
          name.append((char) random.nextInt(256));
        }
        yield name(name.toString());
      }
    };
  }
}
