package netarium.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import netarium.editor.lang.LuaText;
import netarium.editor.lang.Span;

/// Code of a lesson as pieces of text; Lua in the colours of the editor.
final class LuaColours {
  private LuaColours() {}

  static List<Text> texts(String language, String code) {
    if (!language.equalsIgnoreCase("lua")) {
      return List.of(piece(code, "plain"));
    }
    List<Text> pieces = new ArrayList<>();
    LuaText lua = LuaText.of(code);
    for (int i = 0; i < lua.lines(); i++) {
      String line = lua.line(i) + (i + 1 < lua.lines() ? "\n" : "");
      int at = 0;
      for (Span span : lua.spans(i)) {
        if (span.start() > at) {
          pieces.add(piece(line.substring(at, span.start()), "plain"));
        }
        String look = span.kind().name().toLowerCase(Locale.ROOT);
        pieces.add(piece(line.substring(span.start(), span.end()), look));
        at = span.end();
      }
      if (at < line.length()) {
        pieces.add(piece(line.substring(at), "plain"));
      }
    }
    return pieces;
  }

  private static Text piece(String text, String look) {
    Text piece = new Text(text);
    piece.getStyleClass().addAll("lesson-code-words", look);
    return piece;
  }
}
