package netarium.app.consoles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiTest {
  private static final String E = "\u001b";

  private static List<Ansi.Span> spans(String line) {
    return Ansi.spans(line, Sgr.PLAIN);
  }

  @Test
  void colours_partTheLine() {
    List<Ansi.Span> spans = spans("a" + E + "[1;31mb" + E + "[22mc" + E + "[0md");
    assertEquals(List.of("a", "b", "c", "d"), spans.stream().map(Ansi.Span::text).toList());
    assertEquals(Sgr.PLAIN, spans.get(0).look());
    assertTrue(spans.get(1).look().isBold());
    assertEquals(1, spans.get(1).look().foreground());
    assertFalse(spans.get(2).look().isBold());
    assertEquals(1, spans.get(2).look().foreground());
    assertEquals(Sgr.PLAIN, spans.get(3).look());
  }

  @Test
  void colour_lastsToTheNextLine() {
    Sgr after = Ansi.after("x" + E + "[4;92my", Sgr.PLAIN);
    Sgr look = Ansi.spans("z", after).getFirst().look();
    assertEquals(10, look.foreground());
    assertTrue(look.isUnderlined());
  }

  @Test
  void manyColours_areNumberedOrMixed() {
    assertEquals(208, spans(E + "[38;5;208mx").getFirst().look().foreground());
    assertEquals(0xff8700, Sgr.rgb(208));
    assertEquals(0xeeeeee, Sgr.rgb(255));
    int mixed = spans(E + "[48;2;1;2;255mx").getFirst().look().background();
    assertEquals(0x0102ff, Sgr.rgb(mixed));
    assertEquals(Sgr.PLAIN, spans(E + "[38;5mx").getFirst().look());
    assertTrue(spans(E + "[38;5;3;1mx").getFirst().look().isBold());
  }

  @ParameterizedTest
  @CsvSource({
    "a\\tb, 'a       b'",
    "12345678\\tb, '12345678        b'",
    "abc\\b\\bx, axc",
    "progress 10%\\rprogress 20%, progress 20%",
    "long text\\rtiny, tiny text",
    "\\e[2J\\e[1;1Hhome, home",
    "\\e]0;title\\u0007text, text",
    "ring\\u0007ed, ringed",
    "abcdef\\r\\e[Kxy, xy",
    "\\e, ''",
    "x\\e[, x",
    "x\\e[31, x"
  })
  void controls_doWhatATerminalDoes(String escaped, String shown) {
    String line =
        escaped
            .replace("\\t", "\t")
            .replace("\\b", "\b")
            .replace("\\r", "\r")
            .replace("\\e", E)
            .replace("\\u0007", "\u0007");
    assertEquals(shown, Ansi.plain(line));
  }

  @Test
  void anyOctets_areShownWithoutControlCharacters() {
    SplittableRandom random = new SplittableRandom(11);
    String alphabet = "ab\t\b\r\u001b[]0123456789;:mK?\u0007\u007f\u0000é";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      StringBuilder shown = new StringBuilder();
      spans(line.toString()).forEach(span -> shown.append(span.text()));
      assertEquals(Ansi.plain(line.toString()), shown.toString(), line.toString());
      assertTrue(shown.chars().allMatch(c -> c >= ' ' && c != 0x7f), line.toString());
    }
  }
}
