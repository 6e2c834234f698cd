package netarium.engine.codec.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import netarium.engine.codec.Utf8Check;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames to messages (RFC 6455 §5.4, §5.5, §8.1).
class MessageReaderTest {
  private static Octets hex(String text) {
    return Octets.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
  }

  /// What a server's frames come to, a word each.
  private static String read(int most, String... frames) {
    MessageReader reader = new MessageReader(Side.SERVER, most);
    List<String> messages = new ArrayList<>();
    for (String frame : frames) {
      reader.add(hex(frame));
      for (Optional<Message> next = reader.next();
          next.isPresent() && messages.size() < 20;
          next = reader.next()) {
        messages.add(shown(next.get()));
        if (next.get() instanceof Message.Violation) {
          return String.join(", ", messages);
        }
      }
    }
    return String.join(", ", messages);
  }

  private static String shown(Message message) {
    return switch (message) {
      case Message.Data data -> data.opcode().word() + " " + utf8(data.payload());
      case Message.Ping(Octets payload) -> "ping " + utf8(payload);
      case Message.Pong(Octets payload) -> "pong " + utf8(payload);
      case Message.Close(int code, Octets reason) -> "close " + code + " " + utf8(reason);
      case Message.Violation(int code, String why) -> "violation " + code + " " + why;
    };
  }

  private static String utf8(Octets octets) {
    return new String(octets.toByteArray(), UTF_8);
  }

  @Test
  void fragments_areJoined_withControlFramesBetween() {
    assertEquals(
        "ping a, pong b, text Hello",
        read(100, "01 03 48656c", "89 01 61", "00 01 6c", "8a 01 62", "80 01 6f"));
    assertEquals("text , binary ", read(100, "01 00", "80 00", "82 00"));
    assertEquals("text ab, text c", read(100, "81 02 6162 81 01 63"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "80 00;a continuation of nothing",
        "00 00;a continuation of nothing",
        "81 00 80 00;a continuation of nothing",
        "01 01 61 81 01 62;a new message before the last one has ended",
        "01 01 61 01 01 62;a new message before the last one has ended",
        "88 01 03;a close code of one octet",
      })
  void framesOutOfOrder_are1002(String frames, String why) {
    String outcome = read(100, frames);
    assertTrue(outcome.endsWith("violation 1002 " + why), outcome);
  }

  @Test
  void messageOfTooManyOctets_is1009() {
    assertEquals("text abcd", read(4, "01 02 6162 80 02 6364"));
    assertEquals("violation 1009 the message is too big", read(4, "01 02 6162 80 03 636465"));
    assertEquals("violation 1009 a payload of 5 octets is too big", read(4, "81 05 6162636465"));
  }

  @Test
  void textThatIsNotUtf8_is1007AsSoonAsItIsKnown() {
    String not = "violation 1007 the text is not UTF-8";
    assertEquals(not, read(100, "81 01 ff"));
    assertEquals(not, read(100, "01 02 c3 28"));
    assertEquals(not, read(100, "01 01 c3", "80 01 28"));
    assertEquals(not, read(100, "81 01 c3"));
    assertEquals(not, read(100, "01 01 c3", "80 00"));
    assertEquals("binary \ufffd", read(100, "82 01 ff"));
    assertEquals("text é", read(100, "01 01 c3", "80 01 a9"));
    assertEquals("ping x, text 😀", read(100, "01 02 f09f", "89 01 78", "80 02 9880"));
  }

  @ParameterizedTest
  @CsvSource({
    "03e8,1000",
    "03e9,1001",
    "03ea,1002",
    "03eb,1003",
    "03ef,1007",
    "03f3,1011",
    "03f6,1014",
    "0bb8,3000",
    "0f9f,3999",
    "0fa0,4000",
    "1387,4999",
  })
  void closeCodesThatMayBeSent_areTold(String octets, int code) {
    assertEquals("close " + code + " ", read(100, "88 02 " + octets));
    assertEquals("close " + code + " bye", read(100, "88 05 " + octets + " 627965"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", "03e7", "03ec", "03ed", "03ee", "03f7", "044c", "07d0", "0bb7", "1388", "ffff"
      })
  void closeCodesThatMayNotBeSent_are1002(String octets) {
    int code = hex(octets).uint16(0);
    assertEquals("violation 1002 a close frame may not say " + code, read(100, "88 02 " + octets));
  }

  @Test
  void closeFrame_mayBeEmpty_andItsReasonIsUtf8() {
    assertEquals("close 1005 ", read(100, "88 00"));
    assertEquals("close 1000 é", read(100, "88 04 03e8 c3a9"));
    assertEquals("violation 1007 the close reason is not UTF-8", read(100, "88 03 03e8 c3"));
  }

  /// Against the platform's decoder, whole and in pieces.
  @Test
  void utf8Check_agreesWithTheDecoder() {
    var random = new SplittableRandom(3629);
    int good = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] octets = anyText(random);
      boolean isText = isUtf8(octets);
      good += isText ? 1 : 0;
      Octets whole = Octets.wrap(octets);
      int wrong = Utf8Check.firstWrong(octets, 0, octets.length);
      assertEquals(isText, wrong < 0, () -> whole.toString());
      assertEquals(isText, Utf8Check.isText(whole), () -> whole.toString());
      Utf8Check check = new Utf8Check();
      boolean accepted = true;
      for (int i = 0; i < octets.length && accepted; i++) {
        accepted = check.accepts(whole.slice(i, i + 1));
      }
      assertEquals(isText, accepted && check.isWhole(), () -> whole.toString());
    }
    assertTrue(good > 5_000 && good < 55_000, good + " were text");
    assertFalse(Utf8Check.isText(hex("eda080")), "a surrogate");
    assertFalse(Utf8Check.isText(hex("f4908080")), "above the last character");
    assertFalse(Utf8Check.isText(hex("c080")), "a longer form");
  }

  private static byte[] anyText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      int point = random.nextInt(1 << (7 + random.nextInt(15)));
      boolean isCharacter = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
      text.appendCodePoint(isCharacter ? point : 'x');
    }
    byte[] octets = text.toString().getBytes(UTF_8);
    if (random.nextInt(2) == 0) {
      octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
    }
    return octets;
  }

  private static boolean isUtf8(byte[] octets) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
