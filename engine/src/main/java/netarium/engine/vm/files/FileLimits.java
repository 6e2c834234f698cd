package netarium.engine.vm.files;

/// How much a machine's file tree may hold.
///
/// @param octets content of all files, plus [#ENTRY_OCTETS] for each entry, so that empty files and
///   directories are not free
/// @param openFiles files open at one time, over all processes
public record FileLimits(long octets, int openFiles) {
  /// What an entry costs beside its content.
  public static final int ENTRY_OCTETS = 128;

  /// Room for 128 MiB and as many open files as Linux grants a process.
  public static final FileLimits DEFAULT = new FileLimits(128L << 20, 1024);
}
