package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Errors, written into the text: `«what is underlined»`.
class DiagnosticsTest {
  @Test
  void rightScript_hasNone() {
    assertEquals(List.of(), Diagnostics.of("local x = 1"));
    assertEquals(List.of(), Diagnostics.of("#!/bin/lua\nreturn #arg"));
  }

  @Test
  void wrongToken_isUnderlined() {
    assertError("local x = 1\n  goto «bar»", "no visible label 'bar' for <goto> at line 2");
    assertError("local x = «]»", "unexpected symbol near ']'");
    assertError("print('ñ漢') x = «)»", "unexpected symbol near ')'");
  }

  /// One mistake tells three times: a stray `then` is taken for the beginning of a block.
  @Test
  void strayThen_isUnderlinedFirst() {
    assertEquals(
        List.of(
            new Diagnostic(1, 11, 4, 10, "unexpected symbol near 'then'"),
            new Diagnostic(1, 16, 1, 15, "unexpected symbol near '1'"),
            new Diagnostic(1, 16, 1, 15, "'end' expected near <eof>")),
        Diagnostics.of("local x = then 1"));
  }

  @Test
  void advice_followsLuasWords() {
    assertError(
        "x = «\"abc»\ny = 2", "unfinished string near '\"abc' – its closing quote is missing");
    assertError("if x «!»= 1 then end", "'then' expected near '!' – 'not equal' is written ~=");
  }

  @Test
  void allMistakes_areShownUpToAHundred() {
    List<Diagnostic> all = Diagnostics.of("x = = 1\nlocal s = 'ä' y = )\nif a then\nend end\n");
    assertEquals(
        List.of("1:5+1", "2:19+1", "4:5+3"),
        all.stream().map(d -> d.line() + ":" + d.column() + "+" + d.length()).toList());
    assertEquals(100, Diagnostics.of("x = = 1\n".repeat(1000)).size());
  }

  @Test
  void missingEnd_isShownAtTheLastVisibleCharacter() {
    assertError(
        "function f()\n  g(«)»\n\n", "'end' expected (to close 'function' at line 1) near <eof>");
  }

  @Test
  void emptyLines_haveAPlaceToo() {
    Diagnostic only = Diagnostics.of("\n\n(").getFirst();
    assertEquals(3, only.line());
    assertEquals(1, only.length());
  }

  private static void assertError(String marked, String message) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String text = marked.replace("«", "").replace("»", "");
    LuaText lines = LuaText.of(text);
    int line = lines.lineAt(start);
    Diagnostic expected =
        new Diagnostic(line + 1, start - lines.startOf(line) + 1, end - start, start, message);
    assertEquals(List.of(expected), Diagnostics.of(text));
  }
}
