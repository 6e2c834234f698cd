package netarium.engine.vm.files;

import java.util.ArrayList;
import java.util.List;

/// Paths as text: what can be said about them without looking into a tree.
public final class FilePath {
  static final int MAX_PATH = 4096;
  static final int MAX_NAME = 255;

  private FilePath() {}

  public static boolean isAbsolute(String path) {
    return path.startsWith("/");
  }

  /// `path` as seen from `base`, not tidied: `join("/home", "../x")` is `/home/../x`, so that the
  /// tree can still find out that `/home` is missing. An empty path stays empty.
  public static String join(String base, String path) {
    if (path.isEmpty() || isAbsolute(path)) {
      return path;
    }
    return base.endsWith("/") ? base + path : base + "/" + path;
  }

  /// The absolute path without `.`, `..` and doubled slashes; `..` above the root stays there.
  public static String normalize(String path) {
    List<String> kept = new ArrayList<>();
    for (String part : parts(path)) {
      if (part.equals("..")) {
        if (!kept.isEmpty()) {
          kept.removeLast();
        }
      } else if (!part.equals(".")) {
        kept.add(part);
      }
    }
    return "/" + String.join("/", kept);
  }

  /// The last component, or `/` for the root.
  public static String name(String path) {
    List<String> parts = parts(path);
    return parts.isEmpty() ? "/" : parts.getLast();
  }

  /// The tidy path of the directory a path is in; the root is its own.
  public static String parent(String path) {
    return normalize(path + "/..");
  }

  /// The components between the slashes, empty ones left out.
  static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (to > from) {
        parts.add(path.substring(from, to));
      }
      from = to + 1;
    }
    return parts;
  }
}
