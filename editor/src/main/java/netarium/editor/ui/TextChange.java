package netarium.editor.ui;

import netarium.editor.lang.LuaText;

/// `inserted` came into the place of `removed` at `offset`; lines `touched` may look different.
record TextChange(int offset, String removed, String inserted, LuaText.Touched touched) {
  int addedLines() {
    return lineEnds(inserted) - lineEnds(removed);
  }

  int insertedLines() {
    return lineEnds(inserted);
  }

  /// Where an offset of the text before is now; inside what was removed it goes to its start.
  int moved(int place) {
    if (place < offset) {
      return place;
    }
    return Math.max(offset, place - removed.length()) + inserted.length();
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
