package netarium.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {
  static String check(String source) {
    return check(source, "=x");
  }

  static String check(String source, String name) {
    return switch (Syntax.check(source.getBytes(StandardCharsets.ISO_8859_1), name)) {
      case SyntaxResult.Ok ok -> "ok";
      case SyntaxResult.Rejected error -> error.message();
    };
  }

  @Test
  void everyRecordedChunk_getsLuasAnswer() {
    List<String> wrong = new ArrayList<>();
    RecordedCases table = RecordedCases.read(SyntaxTest.class, "chunks.txt");
    for (RecordedCases.Case c : table.cases()) {
      String answer = check(c.input());
      if (!answer.equals(c.answer())) {
        wrong.add("line " + c.line() + ": " + c.answer() + " but was " + answer);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(table.cases().size() > 500, "the table was read");
  }

  @ParameterizedTest(name = "{0} -> {1}:{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x = = 1|1|5",
        "local a;\\n  if x the|2|8",
        "f(\\n\\n  1 2)|3|5",
        "x = 'abc|1|9",
        "x = 'ab\\ncd'|1|5",
        "x = 'ab\\qcd'|1|8",
        "a = 1\\nb = 0x|2|5",
        "do\\n  goto nowhere\\nend|2|8",
        "x = 1\\n break\\nx = 2|2|2",
        "::a::\\n::a::|2|3",
        "x = {\\n[[a\\n\\nb]] 1}|4|5",
        "function f()\\n|2|1"
      })
  void anError_pointsAtTheOffendingToken(String source, int line, int column) {
    byte[] octets = source.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    SyntaxResult.Rejected error =
        assertInstanceOf(SyntaxResult.Rejected.class, Syntax.check(octets, "=x"));
    assertEquals(line + ":" + column, error.line() + ":" + error.column());
    LineMap lines = LineMap.of(octets);
    assertEquals(line, lines.lineAt(error.offset()));
    assertEquals(column, lines.columnAt(error.offset()));
  }

  @Test
  void aFile_mayStartWithByteOrderMarkAndHashLine() {
    byte[] file =
        "\u00EF\u00BB\u00BF#!/usr/bin/lua\nx = 1\ny = = 2\n".getBytes(StandardCharsets.ISO_8859_1);
    SyntaxResult.Rejected asFile =
        assertInstanceOf(SyntaxResult.Rejected.class, Syntax.checkFile(file, "@a.lua"));
    assertEquals("a.lua:3: unexpected symbol near '='", asFile.message());
    SyntaxResult.Rejected asChunk =
        assertInstanceOf(SyntaxResult.Rejected.class, Syntax.check(file, "@a.lua"));
    assertEquals("a.lua:1: unexpected symbol near char(239)", asChunk.message());
    assertEquals("x:1: unexpected symbol near '#'", check("#x\n"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "=stdin, stdin:1: syntax error near 'x'",
    "@scripts/a.lua, scripts/a.lua:1: syntax error near 'x'",
    "return, '[string \"return\"]:1: syntax error near ''x'''",
  })
  void aChunkName_isShownByItsKind(String name, String message) {
    assertEquals(message, check("x x", name));
  }

  @Test
  void longChunkNames_areCutAsInLua() {
    String f = "f".repeat(100);
    assertEquals(f.substring(0, 59), ChunkName.display("=" + f));
    assertEquals("..." + f.substring(0, 56), ChunkName.display("@" + f));
    assertEquals("[string \"" + f.substring(0, 45) + "...\"]", ChunkName.display(f));
    assertEquals(f.substring(0, 59), ChunkName.display("@" + f.substring(0, 59)));
    String kept = f.substring(0, 44);
    assertEquals("[string \"" + kept + "\"]", ChunkName.display(kept));
    assertEquals("[string \"a...\"]", ChunkName.display("a\nb"));
    assertEquals("[string \"a\"]", ChunkName.display("a\0b"));
  }

  @Test
  void textAndMessage_keepOctetsApart() {
    byte[] source = "x = 'é".getBytes(StandardCharsets.UTF_8);
    byte[] broken = new byte[source.length + 1];
    System.arraycopy(source, 0, broken, 0, source.length);
    broken[source.length] = '\n';
    SyntaxResult.Rejected error =
        assertInstanceOf(SyntaxResult.Rejected.class, Syntax.check(broken, "=x"));
    assertEquals("x:1: unfinished string near ''\u00C3\u00A9'", error.message());
    assertEquals("x:1: unfinished string near ''é'", error.text());
  }

  @Test
  void randomOctets_neverBreakCheckerOrHighlighter() {
    SplittableRandom random = new SplittableRandom(20_260_101);
    String alphabet = "\"'[]=\\-\n\r\0zx0.e{}() aend:;,\u00FFif then function local";
    for (int round = 0; round < 4000; round++) {
      byte[] source = new byte[random.nextInt(60)];
      for (int i = 0; i < source.length; i++) {
        source[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      if (Syntax.check(source, "=x") instanceof SyntaxResult.Rejected error) {
        assertTrue(error.message().startsWith("x:"), error.message());
        assertTrue(error.offset() <= source.length);
      }
      int end = 0;
      for (Token token : Syntax.tokens(source)) {
        assertTrue(token.start() >= end && token.end() > token.start(), "tokens advance");
        end = token.end();
      }
      assertTrue(end <= source.length);
    }
  }
}
