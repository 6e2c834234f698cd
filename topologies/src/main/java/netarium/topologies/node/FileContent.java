package netarium.topologies.node;

/// What a file of a machine holds at the start.
public sealed interface FileContent {
  /// The text itself, in UTF-8.
  record Inline(String text) implements FileContent {}

  /// The octets of a file of the project, by its project path.
  record From(String projectPath) implements FileContent {}
}
