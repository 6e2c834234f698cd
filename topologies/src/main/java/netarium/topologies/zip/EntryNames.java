package netarium.topologies.zip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.path.PathSet;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// Refuses an archive for one name that could reach outside a project, or be two files on one
/// system and one on another.
final class EntryNames {
  private EntryNames() {}

  static void check(List<ZipEntryHead> heads) throws BadZipException {
    Map<String, ZipEntryHead> seen = new LinkedHashMap<>();
    PathSet paths = new PathSet();
    for (ZipEntryHead head : heads) {
      String what = "the entry " + Quoted.text(head.name());
      String path =
          head.isFolder() ? head.name().substring(0, head.name().length() - 1) : head.name();
      if (ProjectPath.parse(path) instanceof Parsed.Bad<String>(String why, String advice)) {
        throw new BadZipException("an entry of the archive: " + why, "pack the project again");
      }
      if (head.isSpecial()) {
        throw new BadZipException(what + " is a link or a device", "pack the file itself");
      }
      if (head.isEncrypted()) {
        throw new BadZipException(what + " is encrypted", "pack it without a password");
      }
      if (seen.putIfAbsent(path, head) != null) {
        throw new BadZipException(what + " is in the archive twice", "remove one");
      }
      String clash = clash(paths, head, path);
      if (clash != null) {
        throw new BadZipException(
            what + " and " + Quoted.text(clash) + " are one name on some systems", "rename one");
      }
    }
  }

  private static @Nullable String clash(PathSet paths, ZipEntryHead head, String path) {
    return head.isFolder() ? paths.addFolder(path) : paths.addFile(path);
  }
}
