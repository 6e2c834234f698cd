package netarium.engine.vm.files;

/// What an entry of the tree is.
public enum FileKind {
  FILE,
  DIRECTORY,
  /// The name of a Unix socket; the socket itself lives elsewhere.
  SOCKET,
  /// `/dev/null`: swallows what is written, is always at its end.
  NULL_DEVICE;

  /// `file` or `directory`, the two words scripts see.
  public String word() {
    return this == DIRECTORY ? "directory" : "file";
  }
}
