package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// `|` is the caret, `^` the other end of the selection.
class EditingTest {
  @Test
  void enter_indentsBehindAnOpener() {
    enter("if x then|", "if x then\n  |");
    enter("  for i = 1, 2 do|", "  for i = 1, 2 do\n    |");
    enter("local f = function(a)|", "local f = function(a)\n  |");
    enter("repeat|", "repeat\n  |");
    enter("else|", "else\n  |");
    enter("t = {|", "t = {\n  |");
    enter("go(function()|", "go(function()\n  |");
  }

  @Test
  void enter_keepsTheIndentOtherwise() {
    enter("  x = f()|", "  x = f()\n  |");
    enter("if x then y() end|", "if x then y() end\n|");
    enter("  -- if x then|", "  -- if x then\n  |");
    enter("  s = \"then\"|  y()", "  s = \"then\"\n  |y()");
    enter("|x = 1", "\n|x = 1");
  }

  @Test
  void enter_betweenAPair_givesTheCloserItsLine() {
    enter("  t = {|}", "  t = {\n    |\n  }");
    enter("if x then| end", "if x then\n  |\nend");
  }

  @Test
  void enter_inALongString_addsNothing() {
    enter("  s = [[then {|", "  s = [[then {\n|");
  }

  @Test
  void enter_replacesTheSelection() {
    enter("do ^x()| y()", "do \n  |y()");
  }

  @Test
  void closerTyped_movesOut() {
    typed("if x then\n  end|", "if x then\nend|");
    typed("if x then\n  y()\n  else|", "if x then\n  y()\nelse|");
    typed("repeat\n  until|", "repeat\nuntil|");
    typed("t = {\n  1,\n  }|", "t = {\n  1,\n}|");
  }

  @Test
  void wordThatOnlyBeginsAsACloser_movesInAgain() {
    typed("if x then\nendp|", "if x then\n  endp|");
  }

  @Test
  void lineIndentedByHand_staysThere() {
    typed("if x then\n     end|", null);
    typed("if x then\n  y() end|", null);
    typed("s = [[\n  end|", null);
  }

  @Test
  void tab_movesSelectedLines() {
    Marked lines = Marked.of("a\n^b\n\nc\n|d");
    assertEquals("a\n^  b\n\n  c\n|d", lines.after(in(lines)));
    Marked word = Marked.of("a|");
    assertEquals("a |", word.after(in(word)));
  }

  @Test
  void shiftTab_movesLinesOut() {
    Marked lines = Marked.of("    a\n ^b\n\tc|");
    assertEquals(
        "    a\n^b\nc|", lines.after(Indentation.out(lines.lua(), lines.anchor(), lines.caret())));
  }

  @Test
  void comment_isToggledForAllLines() {
    toggle("  ^a\n\n    b|", "  -- ^a\n\n  --   b|");
    toggle("  -- ^a\n\n  --   b|", "  ^a\n\n    b|");
    toggle("-- ^a\nb|", "-- -- ^a\n-- b|");
    toggle("--a|", "a|");
    toggle("|  \n", "|  \n");
  }

  private static Edit in(Marked marked) {
    return Indentation.in(marked.lua(), marked.anchor(), marked.caret());
  }

  private static void enter(String before, String after) {
    Marked marked = Marked.of(before);
    assertEquals(
        after, marked.after(Indentation.enter(marked.lua(), marked.anchor(), marked.caret())));
  }

  private static void typed(String before, String after) {
    Marked marked = Marked.of(before);
    assertEquals(
        after, Indentation.typed(marked.lua(), marked.caret()).map(marked::after).orElse(null));
  }

  private static void toggle(String before, String after) {
    Marked marked = Marked.of(before);
    assertEquals(
        after, marked.after(Comments.toggle(marked.lua(), marked.anchor(), marked.caret())));
  }
}
