package netarium.engine.vm.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.vm.files.FileNode.Directory;
import org.jspecify.annotations.Nullable;

/// Follows a path from the root, component by component.
final class FileWalk {
  private FileWalk() {}

  /// Where a path leads: the directory that lists (or would list) the entry, the entry's name, and
  /// the entry, null if there is none. With an error the rest says nothing.
  ///
  /// @param wantsDirectory the path ends in a slash
  record Place(
      FileError error,
      Directory parent,
      String name,
      @Nullable FileNode node,
      boolean wantsDirectory) {

    /// Whether the last component is `.` or `..`, which can be neither removed nor replaced.
    boolean isDots() {
      return name.equals(".") || name.equals("..");
    }

    FileError mayChangeParent(FileCaller caller) {
      return parent.permits(caller, FileNode.WRITE | FileNode.SEARCH)
          ? FileError.NONE
          : FileError.PERMISSION_DENIED;
    }
  }

  static Place to(Directory root, String path, FileCaller caller) {
    if (!FilePath.isAbsolute(path)) {
      return failed(root, path.isEmpty() ? FileError.NO_SUCH_FILE : FileError.INVALID_ARGUMENT);
    }
    if (path.length() >= FilePath.MAX_PATH) {
      return failed(root, FileError.NAME_TOO_LONG);
    }
    List<String> parts = FilePath.parts(path);
    if (parts.isEmpty()) {
      return new Place(FileError.NONE, root, "/", root, true);
    }
    Directory at = root;
    for (int i = 0; ; i++) {
      String part = parts.get(i);
      boolean isLast = i == parts.size() - 1;
      if (!at.permits(caller, FileNode.SEARCH)) {
        return failed(root, FileError.PERMISSION_DENIED);
      }
      if (part.getBytes(StandardCharsets.UTF_8).length > FilePath.MAX_NAME) {
        return failed(root, FileError.NAME_TOO_LONG);
      }
      @Nullable FileNode next = child(at, part);
      if (isLast) {
        boolean wantsDirectory = path.endsWith("/");
        return wantsDirectory && next != null && !(next instanceof Directory)
            ? failed(root, FileError.NOT_A_DIRECTORY)
            : new Place(FileError.NONE, at, part, next, wantsDirectory);
      }
      if (!(next instanceof Directory inner)) {
        return failed(root, next == null ? FileError.NO_SUCH_FILE : FileError.NOT_A_DIRECTORY);
      }
      at = inner;
    }
  }

  private static @Nullable FileNode child(Directory at, String part) {
    return switch (part) {
      case "." -> at;
      case ".." -> at.parent == null ? at : at.parent;
      default -> at.entries().get(part);
    };
  }

  private static Place failed(Directory root, FileError error) {
    return new Place(error, root, "", null, false);
  }

  /// Whether `node` may be renamed to `target`.
  static FileError mayReplace(FileNode node, Place target, FileCaller caller) {
    @Nullable FileNode replaced = target.node();
    if (target.error().isError() || replaced == node) {
      return target.error();
    }
    boolean isDirectory = node instanceof Directory;
    if (isDirectory && isWithin(target.parent(), node)) {
      return FileError.INVALID_ARGUMENT;
    }
    if (!isDirectory && replaced == null && target.wantsDirectory()) {
      return FileError.NOT_A_DIRECTORY;
    }
    if (replaced instanceof Directory directory) {
      if (!isDirectory) {
        return FileError.IS_A_DIRECTORY;
      }
      if (!directory.entries().isEmpty()) {
        return FileError.NOT_EMPTY;
      }
    } else if (replaced != null && isDirectory) {
      return FileError.NOT_A_DIRECTORY;
    }
    return target.mayChangeParent(caller);
  }

  private static boolean isWithin(Directory directory, FileNode node) {
    for (@Nullable Directory at = directory; at != null; at = at.parent) {
      if (at == node) {
        return true;
      }
    }
    return false;
  }
}
