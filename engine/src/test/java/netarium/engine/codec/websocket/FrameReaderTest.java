package netarium.engine.codec.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames to octets and back (RFC 6455 §5).
class FrameReaderTest {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private static Octets hex(String text) {
    return Octets.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  private static Octets text(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }

  private static Frame frame(Opcode opcode, Octets payload) {
    return new Frame(true, opcode, OptionalInt.empty(), payload);
  }

  private static FrameParse read(Side sender, Octets octets) {
    FrameReader reader = new FrameReader(sender, NO_LIMIT);
    reader.add(octets);
    return reader.next();
  }

  /// The examples of RFC 6455 §5.7.
  @Test
  void examplesOfTheRfc_areWrittenAndRead() {
    isWrittenAs("81 05 48656c6c6f", Side.SERVER, frame(Opcode.TEXT, text("Hello")));
    isWrittenAs(
        "81 85 37fa213d 7f9f4d5158",
        Side.CLIENT,
        frame(Opcode.TEXT, text("Hello")).masked(0x37fa213d));
    isWrittenAs(
        "01 03 48656c",
        Side.SERVER,
        new Frame(false, Opcode.TEXT, OptionalInt.empty(), text("Hel")));
    isWrittenAs("80 02 6c6f", Side.SERVER, frame(Opcode.CONTINUATION, text("lo")));
    isWrittenAs("89 05 48656c6c6f", Side.SERVER, frame(Opcode.PING, text("Hello")));
    isWrittenAs(
        "8a 85 37fa213d 7f9f4d5158",
        Side.CLIENT,
        frame(Opcode.PONG, text("Hello")).masked(0x37fa213d));
  }

  private static void isWrittenAs(String expected, Side sender, Frame frame) {
    Octets octets = hex(expected);
    assertEquals(octets, frame.octets());
    assertEquals(new FrameParse.Whole(frame, octets.length()), read(sender, octets));
  }

  @ParameterizedTest
  @CsvSource({
    "0,8200,82807a7a7a7a",
    "125,827d,82fd7a7a7a7a",
    "126,827e007e,82fe007e7a7a7a7a",
    "65535,827effff,82feffff7a7a7a7a",
    "65536,827f0000000000010000,82ff00000000000100007a7a7a7a",
  })
  void length_takesTheShortestForm(int length, String ofServer, String ofClient) {
    byte[] payload = new byte[length];
    new SplittableRandom(length).nextBytes(payload);
    Frame plain = frame(Opcode.BINARY, Octets.wrap(payload));
    Frame masked = plain.masked(0x7a7a7a7a);
    assertEquals(ofServer, plain.octets().slice(0, plain.headerOctets()).toString());
    assertEquals(ofClient, masked.octets().slice(0, masked.headerOctets()).toString());
    assertEquals(
        new FrameParse.Whole(plain, ofServer.length() / 2 + length),
        read(Side.SERVER, plain.octets()));
    assertEquals(
        new FrameParse.Whole(masked, ofClient.length() / 2 + length),
        read(Side.CLIENT, masked.octets()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SERVER;c1;1002;a reserved bit is set, and no extension was agreed on",
        "SERVER;a1;1002;a reserved bit is set, and no extension was agreed on",
        "SERVER;91;1002;a reserved bit is set, and no extension was agreed on",
        "SERVER;83;1002;there is no opcode 3",
        "SERVER;8f;1002;there is no opcode 15",
        "SERVER;09;1002;a control frame in pieces",
        "SERVER;08;1002;a control frame in pieces",
        "SERVER;89 7e;1002;a control frame of more than 125 octets",
        "SERVER;81 80;1002;a server's frame is masked",
        "CLIENT;81 05;1002;a client's frame is not masked",
        "SERVER;81 7e 007d;1002;a length of 125 in a longer form than it needs",
        "SERVER;81 7f 000000000000ffff;1002;a length of 65535 in a longer form than it needs",
        "SERVER;81 7f 8000000000000000;1002;a length of more than 63 bits",
        "SERVER;81 7f 0000000100000000;1009;a payload of 4294967296 octets is too big",
        "CLIENT;81 ff 0000000100000000;1009;a payload of 4294967296 octets is too big",
      })
  void frameAgainstTheRules_isFoundOutByItsFirstOctets(
      Side sender, String octets, int code, String why) {
    var bad = assertInstanceOf(FrameParse.Malformed.class, read(sender, hex(octets)));
    assertEquals(code + " " + why, bad.closeCode() + " " + bad.why());
    for (int have = 0; have < hex(octets).length(); have++) {
      assertInstanceOf(FrameParse.Incomplete.class, read(sender, hex(octets).slice(0, have)));
    }
  }

  @Test
  void payloadBeyondTheLimit_isRefusedBeforeItComes() {
    FrameReader reader = new FrameReader(Side.SERVER, 200);
    reader.add(hex("82 7e 00c9"));
    assertEquals(
        CloseCode.TOO_BIG, assertInstanceOf(FrameParse.Malformed.class, reader.next()).closeCode());
    FrameReader exact = new FrameReader(Side.SERVER, 200);
    exact.add(hex("82 7e 00c8"));
    assertEquals(new FrameParse.Incomplete(204), exact.next());
  }

  @Test
  void controlFrameThatMayNotBe_cannotBeMade() {
    assertThrows(
        IllegalArgumentException.class, () -> frame(Opcode.PING, Octets.wrap(new byte[126])));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Frame(false, Opcode.CLOSE, OptionalInt.empty(), Octets.EMPTY));
  }

  /// Whatever frames are sent, and however the stream is cut, the same frames come.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void streamOfFrames_mayBeCutAnywhere(long seed) {
    var random = new SplittableRandom(seed);
    Side sender = seed % 2 == 0 ? Side.CLIENT : Side.SERVER;
    FrameReader reader = new FrameReader(sender, NO_LIMIT);
    for (int round = 0; round < 300; round++) {
      Frame frame = anyFrame(random, sender);
      Octets octets = frame.octets();
      int at = 0;
      while (at < octets.length()) {
        assertInstanceOf(FrameParse.Incomplete.class, reader.next());
        int next = Math.min(octets.length(), at + 1 + random.nextInt(40_000 >> random.nextInt(15)));
        reader.add(octets.slice(at, next));
        at = next;
      }
      assertEquals(new FrameParse.Whole(frame, octets.length()), reader.next());
      assertEquals(0, reader.waitingOctets());
    }
  }

  private static Frame anyFrame(SplittableRandom random, Side sender) {
    Opcode opcode = List.of(Opcode.values()).get(random.nextInt(6));
    int most = opcode.isControl() ? 126 : 1 << random.nextInt(18);
    byte[] payload = new byte[random.nextInt(most)];
    random.nextBytes(payload);
    boolean isFinal = opcode.isControl() || random.nextBoolean();
    Frame frame = new Frame(isFinal, opcode, OptionalInt.empty(), Octets.wrap(payload));
    return sender.masks() ? frame.masked(random.nextInt()) : frame;
  }

  @Test
  void anyOctets_areAnswered() {
    var random = new SplittableRandom(6455);
    int malformed = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[random.nextInt(40)];
      random.nextBytes(octets);
      Side sender = random.nextBoolean() ? Side.CLIENT : Side.SERVER;
      FrameParse parse = read(sender, Octets.wrap(octets));
      if (parse instanceof FrameParse.Malformed bad) {
        malformed++;
        assertTrue(bad.closeCode() == 1002 || bad.closeCode() == 1009, bad.why());
        assertTrue(bad.field().offset() + bad.field().length() <= 14, bad.toString());
      }
    }
    assertTrue(malformed > 10_000, malformed + " were malformed");
  }
}
