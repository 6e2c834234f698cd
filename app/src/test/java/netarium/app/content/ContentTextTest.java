package netarium.app.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import netarium.app.content.ContentText.Kind;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

class ContentTextTest {
  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }

  @Test
  void kind_followsTheOctets() {
    assertEquals(Kind.NONE, ContentText.kindOf(Octets.EMPTY, "text/plain", true));
    assertEquals(Kind.JSON, ContentText.kindOf(octets("{\"a\":1}"), "", true));
    assertEquals(Kind.JSON, ContentText.kindOf(octets("12"), "application/json", true));
    assertEquals(Kind.TEXT, ContentText.kindOf(octets("Grüße"), "", true));
    assertEquals(Kind.BINARY, ContentText.kindOf(octets("a\u0000b"), "text/plain", true));
    Octets cut = octets("Grü").slice(0, 3);
    assertEquals(Kind.TEXT, ContentText.kindOf(cut, "", false));
    assertEquals(Kind.BINARY, ContentText.kindOf(cut, "", true));
  }

  @Test
  void json_isSetOut() {
    assertEquals(
        List.of("{", "  \"a\": [", "    1,", "    {}", "  ],", "  \"b\\\"{\": null", "}"),
        ContentText.json(octets("{\"a\":[1, {} ],\"b\\\"{\":null}")));
  }

  @Test
  void brokenJson_staysAsItCame() {
    assertEquals(List.of("{\"a\":[1"), ContentText.json(octets("{\"a\":[1")));
    assertEquals(List.of("]]"), ContentText.json(octets("]]")));
  }

  @Test
  void octets_standInRows() {
    assertEquals(
        List.of("000010  48 65 6c 6c  6f 00        Hello·"),
        ContentText.hex(octets("Hello\u0000"), 16, 8));
    assertEquals(2, ContentText.hex(Octets.wrap(new byte[17]), 0, 16).size());
  }

  @Test
  void longLine_isCutIntoSeveral() {
    assertEquals(3, ContentText.text(octets("x".repeat(500))).size());
    assertEquals(List.of("a", "b"), ContentText.text(octets("a\r\nb\n")));
  }
}
