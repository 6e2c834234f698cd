package netarium.app.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import netarium.topologies.path.ProjectPath;

/// Sizes and times of the files a project was read from: as long as they stay, nobody has written
/// there. A cheap look that says when the dear one is worth it.
record DiskStamps(SortedMap<String, Stamp> files) {
  private static final int MOST_LOOKED_AT = 5_000;
  private static final int DEPTH = 12;

  record Stamp(long octets, long modifiedMillis) {}

  /// Of a project's folder or of its one file; empty where it is gone or cannot be read.
  static DiskStamps of(Path location) {
    SortedMap<String, Stamp> files = new TreeMap<>();
    try {
      if (Files.isDirectory(location)) {
        for (String name : new String[] {ProjectPath.TOPOLOGY, ProjectPath.LESSON}) {
          add(files, location, location.resolve(name));
        }
        addFolder(files, location, ProjectPath.SCRIPTS);
        addFolder(files, location, ProjectPath.FILES);
      } else {
        add(files, location, location);
      }
    } catch (IOException e) {
      files.clear();
    }
    return new DiskStamps(files);
  }

  private static void addFolder(SortedMap<String, Stamp> files, Path root, String name)
      throws IOException {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> found = Files.walk(folder, DEPTH, new FileVisitOption[0])) {
        for (Path each : found.limit(MOST_LOOKED_AT).toList()) {
          add(files, root, each);
        }
      }
    }
  }

  private static void add(SortedMap<String, Stamp> files, Path root, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      long modified = Files.getLastModifiedTime(file).toMillis();
      files.put(root.relativize(file).toString(), new Stamp(Files.size(file), modified));
    }
  }
}
