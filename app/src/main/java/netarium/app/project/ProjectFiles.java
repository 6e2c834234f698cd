package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.Project;
import org.jspecify.annotations.Nullable;

/// Everything of a project but its topology, as octets. Text that nobody changed keeps its octets,
/// even where they are not UTF-8.
final class ProjectFiles {
  private final SortedMap<String, byte[]> contents = new TreeMap<>();
  private final Map<String, String> decoded = new TreeMap<>();

  ProjectFiles(Project project) {
    replaceBy(project);
  }

  void replaceBy(Project project) {
    contents.clear();
    decoded.clear();
    for (String path : project.paths()) {
      if (!path.equals(ProjectPath.TOPOLOGY)) {
        contents.put(path, project.octets(path).orElseThrow());
      }
    }
  }

  boolean has(String path) {
    return contents.containsKey(path);
  }

  SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(contents.keySet()));
  }

  SortedSet<String> within(String folder) {
    SortedSet<String> found = new TreeSet<>();
    for (String path : contents.keySet()) {
      if (path.startsWith(folder)) {
        found.add(path);
      }
    }
    return Collections.unmodifiableSortedSet(found);
  }

  String text(String path) {
    String known = decoded.get(path);
    if (known == null) {
      byte[] octets = contents.get(path);
      known = octets == null ? "" : new String(octets, UTF_8);
      decoded.put(path, known);
    }
    return known;
  }

  /// Whether that changed anything.
  boolean text(String path, String text) {
    if (has(path) && text(path).equals(text)) {
      return false;
    }
    contents.put(path, text.getBytes(UTF_8));
    decoded.put(path, text);
    return true;
  }

  byte @Nullable [] octets(String path) {
    return contents.get(path);
  }

  void put(String path, byte[] octets) {
    contents.put(path, octets);
    decoded.remove(path);
  }

  void remove(String path) {
    contents.remove(path);
    decoded.remove(path);
  }

  /// Whether this file is the same there.
  boolean isAsIn(Project project, String path) {
    byte[] here = contents.get(path);
    byte[] there = project.octets(path).orElse(null);
    return Arrays.equals(here, there);
  }

  boolean areAllAsIn(Project project) {
    if (project.paths().size() != contents.size() + 1) {
      return false;
    }
    return contents.keySet().stream().allMatch(path -> isAsIn(project, path));
  }

  /// The project with these files in place of its own.
  Project into(Project project) {
    Project made = project;
    for (String path : project.paths()) {
      if (!path.equals(ProjectPath.TOPOLOGY) && !has(path)) {
        made = made.without(path);
      }
    }
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      if (!isAsIn(project, each.getKey())) {
        made = made.with(each.getKey(), each.getValue());
      }
    }
    return made;
  }
}
