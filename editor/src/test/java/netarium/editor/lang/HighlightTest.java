package netarium.editor.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Colours, written into the text: `«keyword local» x`.
class HighlightTest {
  @Test
  void classes_areTold() {
    assertColours(
        """
        «keyword local» x «operator =» «number 0x1F» «operator +» «number 3.5e2»
        «library http»«operator .»«call HandleFunc»«operator (»«string "/a"»«operator ,» \
        «keyword function»«operator (»w«operator ,» r«operator )»
          w«operator :»«call Write»«operator (»«library string»«operator .»«call rep»\
        «operator (»«string 'é'»«operator ,» «number 3»«operator ))» «comment -- a comment»
        «keyword end»«operator )»\
        """);
  }

  @Test
  void nameOfALibraryInATable_isPlain() {
    assertColours("config«operator .»http «operator =» «keyword nil»");
  }

  @Test
  void callWithoutParentheses_isACall() {
    assertColours("«call print» «string \"x\"»\n«call f»«operator {}»");
    assertColours("«call print» «string [[a»\n«string b]]»");
  }

  @Test
  void longComment_reachesOverLines() {
    assertColours(
        """
        x«operator =»«number 1» «comment --[==[ a»
        «comment ]] local»
        «comment ]==]» «keyword local» y\
        """);
  }

  @Test
  void quotedString_continuesAfterABackslash() {
    assertColours("s «operator =» «string \"a\\»\n«string b\"» «operator ..» c");
    assertColours("s «operator =» «string \"a\\z»\n\n«string    b\"» «operator ..» c");
  }

  @Test
  void brokenLiteral_endsWithItsLine() {
    assertColours("s «operator =» «string \"a»\n«keyword return» s");
    assertColours("s «operator =» «string \"\\q\"» «comment -- why»");
    assertColours("n «operator =» «number 3e» «comment -- why»");
    assertColours("s «operator =» «operator [=»x «comment -- why»");
  }

  @Test
  void hash_startsACommentInTheFirstLineOnly() {
    assertColours("«comment #!/bin/lua»\n«operator #»t");
  }

  @Test
  void charactersBeyondAscii_keepTheirPlaces() {
    assertColours("«keyword local» 漢😀 «operator =» «string \"漢😀ñ\"» «keyword end»");
  }

  /// Words next to each other of one class count as one mark here, as the eye sees them.
  private static void assertColours(String marked) {
    String text = marked.replaceAll("«[a-z]+ ", "").replace("»", "");
    LuaText lua = LuaText.of(text);
    StringBuilder actual = new StringBuilder();
    for (int i = 0; i < lua.lines(); i++) {
      actual.append(i == 0 ? "" : "\n").append(coloured(lua, i));
    }
    assertEquals(marked, actual.toString());
  }

  private static String coloured(LuaText lua, int index) {
    String line = lua.line(index);
    StringBuilder result = new StringBuilder();
    int at = 0;
    Span last = null;
    for (Span span : lua.spans(index)) {
      boolean isJoined = last != null && last.end() == span.start() && last.kind() == span.kind();
      if (isJoined) {
        result.setLength(result.length() - 1);
      } else {
        String name = span.kind().name().toLowerCase(Locale.ROOT);
        result.append(line, at, span.start()).append('«').append(name).append(' ');
      }
      result.append(line, span.start(), span.end()).append('»');
      at = span.end();
      last = span;
    }
    return result.append(line.substring(at)).toString();
  }
}
