package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Brackets and words; `|` is the caret, `^` where it leads.
class MotionTest {
  @Test
  void bracket_findsItsPartner() {
    assertEquals(Optional.of(new Brackets.Pair(1, 11)), pair("f(|a, {b[1]})"));
    assertEquals(Optional.of(new Brackets.Pair(3, 1)), pair("f(x)|"));
    assertEquals(Optional.of(new Brackets.Pair(1, 6)), pair("f|(\")\"\n)"));
  }

  @Test
  void bracketOverLines_skipsTextAndComments() {
    assertEquals(Optional.of(new Brackets.Pair(0, 20)), pair("|{\n \"}\", -- }\n [[\n}]]}"));
  }

  @Test
  void unpairedBracket_hasNone() {
    assertEquals(Optional.empty(), pair("f(|]"));
    assertEquals(Optional.empty(), pair("f(|"));
    assertEquals(Optional.empty(), pair("\"(|)\""));
  }

  @Test
  void words_areJumpedOver() {
    right("|local  x = 1", "local  ^x = 1");
    right("a|  \nb", "a  ^\nb");
    right("a|\n  b", "a\n^  b");
    right("|..foo", "..^foo");
    left("local x|", "local ^x");
    left("local |x", "^local x");
    left("a\n  |b", "a\n^  b");
    left("a\n|b", "a^\nb");
    left("x == |", "x ^== ");
  }

  private static Optional<Brackets.Pair> pair(String marked) {
    Marked at = Marked.of(marked);
    return Brackets.at(at.lua(), at.caret());
  }

  private static void right(String from, String to) {
    Marked at = Marked.of(from);
    assertEquals(to.indexOf('^'), Words.right(at.text(), at.caret()), from);
  }

  private static void left(String from, String to) {
    Marked at = Marked.of(from);
    assertEquals(to.indexOf('^'), Words.left(at.text(), at.caret()), from);
  }
}
