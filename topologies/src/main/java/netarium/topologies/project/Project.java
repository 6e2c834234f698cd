package netarium.topologies.project;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import netarium.topologies.Topology;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.unit.Parsed;
import netarium.topologies.write.TopologyWriter;
import netarium.topologies.zip.ZipWriter;

/// A topology with its scripts, files and lesson, all in memory and immutable. Paths are project
/// paths such as `scripts/server.lua`; listings are in the order of their names.
///
/// The text of a topology that nobody changed stays octet for octet as it was read, so that saving
/// an untouched project changes nothing.
public final class Project {
  private final Topology topology;
  private final SortedMap<String, byte[]> contents;

  private Project(Topology topology, SortedMap<String, byte[]> contents) {
    this.topology = topology;
    this.contents = contents;
  }

  /// A project with nothing but a topology.
  public static Project of(Topology topology) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    contents.put(ProjectPath.TOPOLOGY, TopologyWriter.octets(topology));
    return new Project(topology, contents);
  }

  /// A topology with the files it was read with, among them its own text.
  static Project read(Topology topology, Map<String, byte[]> contents) {
    return new Project(topology, new TreeMap<>(contents));
  }

  public Topology topology() {
    return topology;
  }

  /// The octets of a script, by its project path.
  public Optional<byte[]> script(String path) {
    return path.startsWith(ProjectPath.SCRIPTS) ? octets(path) : Optional.empty();
  }

  /// The octets of a file that machines can be given, by its project path.
  public Optional<byte[]> file(String path) {
    boolean given = path.startsWith(ProjectPath.FILES) || path.startsWith(ProjectPath.SCRIPTS);
    return given ? octets(path) : Optional.empty();
  }

  /// The text of `lesson.md`; octets that are not UTF-8 become U+FFFD.
  public Optional<String> lesson() {
    return octets(ProjectPath.LESSON).map(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  /// The paths of all scripts.
  public SortedSet<String> scripts() {
    return within(ProjectPath.SCRIPTS);
  }

  /// The paths of all files of the folder `files`.
  public SortedSet<String> files() {
    return within(ProjectPath.FILES);
  }

  /// The paths of everything, the topology included.
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(contents.keySet()));
  }

  /// The octets of anything in the project.
  public Optional<byte[]> octets(String path) {
    return Optional.ofNullable(contents.get(path)).map(byte[]::clone);
  }

  /// The same project with another topology.
  public Project with(Topology changed) {
    if (changed.equals(topology)) {
      return this;
    }
    SortedMap<String, byte[]> all = new TreeMap<>(contents);
    all.put(ProjectPath.TOPOLOGY, TopologyWriter.octets(changed));
    return new Project(changed, all);
  }

  /// The same project with a script, a file or the lesson added or replaced. The path must be one
  /// that a project keeps: check user's text with [ProjectPath] first.
  public Project with(String path, byte[] octets) {
    ProjectPath.parse(path).orThrow();
    if (!ProjectPath.isKept(path) || path.equals(ProjectPath.TOPOLOGY)) {
      throw new IllegalArgumentException("a project keeps no file " + path);
    }
    SortedMap<String, byte[]> all = new TreeMap<>(contents);
    all.put(path, octets.clone());
    return new Project(topology, all);
  }

  /// The same project without a script, a file or the lesson.
  public Project without(String path) {
    SortedMap<String, byte[]> all = new TreeMap<>(contents);
    if (!path.equals(ProjectPath.TOPOLOGY)) {
      all.remove(path);
    }
    return new Project(topology, all);
  }

  /// The one-file form; the same octets for the same contents.
  public byte[] bundle() {
    return ZipWriter.write(contents);
  }

  private SortedSet<String> within(String folder) {
    SortedSet<String> paths = new TreeSet<>();
    for (String path : contents.tailMap(folder).keySet()) {
      if (!path.startsWith(folder)) {
        break;
      }
      paths.add(path);
    }
    return Collections.unmodifiableSortedSet(paths);
  }

  /// Whether a path given by a user could be a script of a project.
  public static Parsed<String> scriptPath(String text) {
    return ProjectPath.parseScript(text);
  }
}
