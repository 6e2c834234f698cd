package netarium.engine.vm.files;

/// What an entry of the tree is.
public enum FileKind {
  FILE,
  DIRECTORY,
  /// The name of a Unix socket; the socket itself lives elsewhere.
  SOCKET,
  /// `/dev/null`: swallows what is written, is always at its end.
  NULL_DEVICE;

  /// What scripts see: `file`, `directory` or `socket`.
  public String word() {
    return switch (this) {
      case DIRECTORY -> "directory";
      case SOCKET -> "socket";
      case FILE, NULL_DEVICE -> "file";
    };
  }
}
