package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import netarium.editor.lang.Search.Match;
import netarium.editor.lang.Search.Outcome;
import netarium.editor.lang.Search.Query;
import netarium.editor.lang.Search.Why;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final String TEXT = "Ärger ärger a.b aXb ab1\nab";

  @Test
  void plain_ignoresCaseAndTakesSignsAsTheyAre() {
    assertEquals(List.of("Ärger", "ärger"), found(Query.plain("ÄRGER")));
    assertEquals(List.of("a.b"), found(Query.plain("a.b")));
  }

  @Test
  void options_narrow() {
    assertEquals(List.of("ärger"), found(new Query("ärger", false, true, false)));
    assertEquals(List.of("a.b", "aXb", "ab1", "ab"), found(new Query("a.?b1?", true, true, true)));
    assertEquals(List.of("ab"), found(new Query("ab", false, false, true)));
  }

  @Test
  void regex_knowsLineStarts() {
    assertEquals(List.of("ab"), found(new Query("^ab$", true, false, false)));
  }

  @Test
  void emptyMatches_areNone() {
    assertEquals(List.of(), found(new Query("z*", true, false, false)));
    assertEquals(List.of(), found(Query.plain("")));
  }

  @Test
  void brokenPattern_isRefused() {
    assertEquals(
        new Outcome.Refused(Why.NO_PATTERN), Search.all(new Query("a(", true, false, false), TEXT));
  }

  @Test
  void endlessPattern_isRefused() {
    Query slow = new Query("(a+)+[bc](x|y)\\1z", true, false, false);
    Query deep = new Query("(a|b)*c", true, false, false);
    assertEquals(new Outcome.Refused(Why.TOO_SLOW), Search.all(slow, "a".repeat(5_000)));
    assertEquals(new Outcome.Refused(Why.TOO_SLOW), Search.all(deep, "ab".repeat(500_000)));
  }

  @Test
  void next_wrapsAround() {
    Outcome.Found found =
        assertInstanceOf(Outcome.Found.class, Search.all(Query.plain("ärger"), TEXT));
    assertEquals(new Match(6, 11), found.from(1).orElseThrow());
    assertEquals(new Match(0, 5), found.from(7).orElseThrow());
    assertEquals(new Match(0, 5), found.before(6).orElseThrow());
    assertEquals(new Match(6, 11), found.before(0).orElseThrow());
  }

  @Test
  void replaceAll_isOneEdit() {
    Query query = new Query("a(.)b", true, false, false);
    Edit edit = Search.replaceAll(query, TEXT, "<$1>").orElseThrow();
    assertEquals("Ärger ärger <.> <X> ab1\nab", edit.applyTo(TEXT));
    assertEquals(edit.caret(), edit.start() + edit.text().length());
  }

  @Test
  void replace_takesOneMatch_andLiteralDollars() {
    Edit edit = Search.replace(Query.plain("a.b"), TEXT, new Match(12, 15), "$1").orElseThrow();
    assertEquals("Ärger ärger $1 aXb ab1\nab", edit.applyTo(TEXT));
    Query regex = new Query("a.b", true, false, false);
    assertEquals("$9", Search.replace(regex, TEXT, new Match(12, 15), "$9").orElseThrow().text());
  }

  private static List<String> found(Query query) {
    Outcome.Found found = assertInstanceOf(Outcome.Found.class, Search.all(query, TEXT));
    return found.matches().stream().map(m -> TEXT.substring(m.start(), m.end())).toList();
  }
}
