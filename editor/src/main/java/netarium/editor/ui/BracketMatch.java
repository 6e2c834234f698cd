package netarium.editor.ui;

import java.util.List;
import javafx.util.Subscription;
import netarium.editor.lang.Brackets;
import netarium.editor.lang.Search.Match;

/// Marks the bracket beside the caret and its partner.
final class BracketMatch implements EditorComponent {
  @Override
  public Subscription installInto(LuaEditor editor) {
    return editor
        .caretProperty()
        .subscribe(caret -> mark(editor, caret.offset()))
        .and(() -> editor.decorate(this, "bracket", List.of()));
  }

  private void mark(LuaEditor editor, int caret) {
    List<Match> places =
        Brackets.at(editor.lua(), caret)
            .map(pair -> List.of(one(pair.here()), one(pair.there())))
            .orElse(List.of());
    editor.decorate(this, "bracket", places);
  }

  private static Match one(int offset) {
    return new Match(offset, offset + 1);
  }
}
