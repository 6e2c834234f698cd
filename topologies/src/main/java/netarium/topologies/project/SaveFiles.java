package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.Path;

/// What saving asks of the operating system, one call each, so that a test can let the k-th one
/// fail.
interface SaveFiles {
  /// Makes the folder and its parents where they are missing.
  void makeFolder(Path folder) throws IOException;

  /// Makes a new file and writes it; fails where the file exists.
  void writeNew(Path file, byte[] octets) throws IOException;

  /// Returns when the file's octets are on the disk.
  void force(Path file) throws IOException;

  byte[] read(Path file) throws IOException;

  /// Replaces `to` by `from` in one step.
  void moveAtomically(Path from, Path to) throws IOException;

  /// Returns when the folder's names are on the disk, where the system can do that.
  void forceFolder(Path folder) throws IOException;

  void deleteIfExists(Path file) throws IOException;
}
