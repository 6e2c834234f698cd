package netarium.engine.syntax;

/// How messages name a chunk, from the name it was loaded under.
///
/// `@file` is a file, `=name` is literal, anything else is the source text itself, shown as
/// `[string "first line..."]`. Never longer than 59 octets.
public final class ChunkName {
  /// Longest result, without C's final NUL.
  private static final int MOST = 59;

  private ChunkName() {}

  /// `chunkName` and the result are octet strings.
  public static String display(String chunkName) {
    int nul = chunkName.indexOf('\0');
    String name = nul < 0 ? chunkName : chunkName.substring(0, nul);
    if (name.startsWith("=")) {
      return name.length() <= MOST + 1 ? name.substring(1) : name.substring(1, MOST + 1);
    }
    if (name.startsWith("@")) {
      return name.length() <= MOST + 1
          ? name.substring(1)
          : "..." + name.substring(name.length() - (MOST - 3));
    }
    int room = MOST - "[string \"...\"]".length();
    int lineEnd = name.indexOf('\n');
    if (lineEnd < 0 && name.length() < room) {
      return "[string \"" + name + "\"]";
    }
    int kept = Math.min(lineEnd < 0 ? name.length() : lineEnd, room);
    return "[string \"" + name.substring(0, kept) + "...\"]";
  }
}
