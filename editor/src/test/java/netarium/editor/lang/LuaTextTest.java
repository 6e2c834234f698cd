package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LuaTextTest {
  private static final int LINES = 10_000;

  @Test
  void letter_touchesItsLine() {
    LuaText text = LuaText.of("local x = 1\n".repeat(LINES));
    assertEquals(new LuaText.Touched(5000, 5000), text.replace(text.startOf(5000), 0, "y"));
  }

  @Test
  void openedComment_touchesAllBelow_andClosedOnesAgain() {
    LuaText text = LuaText.of("local x = 1\n".repeat(LINES));
    assertEquals(new LuaText.Touched(9000, LINES), text.replace(text.startOf(9000), 0, "--[["));
    assertEquals(TokenClass.COMMENT, text.spans(9500).getFirst().kind());
    assertEquals(new LuaText.Touched(9100, LINES), text.replace(text.startOf(9100), 0, "]]"));
    assertEquals(TokenClass.KEYWORD, text.spans(9500).getFirst().kind());
    assertEquals(new LuaText.Touched(9000, 9100), text.replace(text.startOf(9000), 4, ""));
  }

  @Test
  void pastedLines_touchThemselves() {
    LuaText text = LuaText.of("local x = 1\n".repeat(LINES));
    assertEquals(new LuaText.Touched(10, 12), text.replace(text.startOf(10), 0, "a()\nb()\n"));
    assertEquals("b()", text.line(11));
  }

  @Test
  void anyChange_leavesWhatAFreshLookSees() {
    String[] pieces = {"\n", "--[[", "]]", "\"", "\\", "x", "[=[", "]=]", " ", "end", "--", "\\z"};
    SplittableRandom random = new SplittableRandom(7);
    LuaText text = LuaText.of("");
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      int offset = random.nextInt(plain.length() + 1);
      int most = random.nextInt(4) == 0 ? 12 : 1;
      int removed = Math.min(plain.length() - offset, random.nextInt(most));
      String inserted = pieces[random.nextInt(pieces.length)];
      plain.replace(offset, offset + removed, inserted);
      text.replace(offset, removed, inserted);
    }
    LuaText fresh = LuaText.of(plain.toString());
    assertEquals(plain.toString(), text.text());
    assertEquals(plain.length(), text.length());
    for (int i = 0; i < fresh.lines(); i++) {
      assertEquals(fresh.before(i), text.before(i), "line " + i);
      assertEquals(fresh.spans(i), text.spans(i), "line " + i);
    }
  }

  @Test
  void offset_belongsToItsLine() {
    LuaText text = LuaText.of("ab\n\nc");
    assertEquals(0, text.lineAt(2));
    assertEquals(1, text.lineAt(3));
    assertEquals(2, text.lineAt(4));
    assertEquals(2, text.lineAt(5));
    assertEquals(4, text.startOf(2));
  }
}
