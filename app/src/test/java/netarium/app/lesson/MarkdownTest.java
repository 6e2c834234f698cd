package netarium.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static List<Span> words(String text) {
    return List.of(Span.plain(text));
  }

  @Test
  void heading_hasItsLevel() {
    assertEquals(
        List.of(new Block.Heading(2, words("Run it")), new Block.Paragraph(words("Press."))),
        Markdown.read("## Run it\n\nPress.\n"));
  }

  @Test
  void linesOfAParagraph_areOneText() {
    assertEquals(List.of(new Block.Paragraph(words("one two"))), Markdown.read("one\ntwo\n"));
  }

  @Test
  void looks_ofAText_areSpans() {
    assertEquals(
        List.of(
            new Block.Paragraph(
                List.of(
                    new Span("a", true, false, false, null),
                    Span.plain(" "),
                    new Span("b", false, true, false, null),
                    Span.plain(" "),
                    new Span("c", false, false, true, null)))),
        Markdown.read("**a** *b* `c`"));
  }

  @Test
  void codeInALink_isBoth() {
    assertEquals(
        List.of(
            new Block.Paragraph(
                List.of(new Span("x", false, false, true, "netarium:select/server")))),
        Markdown.read("[`x`](netarium:select/server)"));
  }

  @Test
  void fence_namesItsLanguage_andKeepsItsLines() {
    assertEquals(
        List.of(new Block.CodeBlock("lua", "local x = 1\n\nprint(x)")),
        Markdown.read("```lua listing\nlocal x = 1\n\nprint(x)\n```\n"));
  }

  @Test
  void numberedList_beginsWhereItSays_andItemsHoldBlocks() {
    List<Block> item = List.of(new Block.Paragraph(words("a")), new Block.CodeBlock("", "b"));
    assertEquals(List.of(new Block.Listing(3, List.of(item))), Markdown.read("3. a\n\n       b\n"));
  }

  @Test
  void table_hasAHead_andNumbersAtTheRight() {
    List<List<Block.Cell>> rows =
        List.of(
            List.of(new Block.Cell(words("a"), false), new Block.Cell(words("n"), true)),
            List.of(new Block.Cell(words("x"), false), new Block.Cell(words("1"), true)));
    assertEquals(List.of(new Block.Grid(rows)), Markdown.read("| a | n |\n|---|--:|\n| x | 1 |\n"));
  }

  @Test
  void html_isShownAsItIsWritten() {
    assertEquals(
        List.of(new Block.Paragraph(words("<script>alert(1)</script>"))),
        Markdown.read("<script>alert(1)</script>"));
  }

  @Test
  void anyText_isRead() {
    SplittableRandom random = new SplittableRandom(7);
    String pieces = "#*_`[]()<>!|-\n\n  >1. ab\\&~";
    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 80; i++) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      assertTrue(Markdown.read(text.toString()).size() < 90);
    }
  }

  @Test
  void deepNesting_endsSomewhere() {
    assertEquals(1, Markdown.read(">".repeat(50_000) + " x").size());
    assertTrue(Markdown.read("[".repeat(20_000)).size() == 1);
    assertTrue(Markdown.read("*a ".repeat(20_000)).size() == 1);
  }
}
