package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;

/// Replaces a file whole or not at all: a temporary file beside it is written, forced to the disk
/// and read back before it takes the name. Whatever fails on the way, and whenever the process
/// ends, the old file or the new one is there, never a part of either.
final class AtomicFile {
  private static final int MAX_LEFTOVERS = 1_000;
  private final SaveFiles files;

  AtomicFile(SaveFiles files) {
    this.files = files;
  }

  void replace(Path target, byte[] octets) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file system root cannot be replaced");
    }
    Path temporary = writeBeside(folder, String.valueOf(target.getFileName()), octets);
    boolean moved = false;
    try {
      files.force(temporary);
      if (!Arrays.equals(files.read(temporary), octets)) {
        throw new IOException("the disk gave back something else than was written");
      }
      files.moveAtomically(temporary, target);
      moved = true;
    } finally {
      if (!moved) {
        deleteQuietly(temporary);
      }
    }
    files.forceFolder(folder);
  }

  /// A process that was ended may have left temporary files behind, so a few names are tried.
  private Path writeBeside(Path folder, String name, byte[] octets) throws IOException {
    for (int i = 1; ; i++) {
      Path temporary = folder.resolve("." + name + "." + i + ".tmp");
      try {
        files.writeNew(temporary, octets);
        return temporary;
      } catch (FileAlreadyExistsException e) {
        if (i == MAX_LEFTOVERS) {
          throw e;
        }
      } catch (IOException e) {
        deleteQuietly(temporary);
        throw e;
      }
    }
  }

  private void deleteQuietly(Path temporary) {
    try {
      files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The first failure is the one to tell; a leftover harms nobody.
    }
  }
}
