package netarium.topologies.path;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Project paths that must be different on every file system: those that ignore case, those that
/// compose accents, and all of them where one path is a file and the other a folder.
public final class PathSet {
  private record Seen(String path, boolean folder) {}

  private final Map<String, Seen> seen = new LinkedHashMap<>();

  /// Adds a file with its folders; answers the path it clashes with, or `null`.
  public @Nullable String addFile(String path) {
    String clash = addParents(path);
    return clash != null ? clash : add(path, false);
  }

  /// Adds a folder with its parents; answers the path it clashes with, or `null`.
  public @Nullable String addFolder(String path) {
    String clash = addParents(path);
    return clash != null ? clash : add(path, true);
  }

  private @Nullable String addParents(String path) {
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      String clash = add(path.substring(0, i), true);
      if (clash != null) {
        return clash;
      }
    }
    return null;
  }

  private @Nullable String add(String path, boolean folder) {
    String key =
        Normalizer.normalize(path, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    Seen earlier = seen.putIfAbsent(key, new Seen(path, folder));
    boolean same = earlier == null || (folder && earlier.folder && earlier.path.equals(path));
    return same ? null : earlier.path;
  }
}
