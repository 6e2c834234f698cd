package netarium.engine.vm.files;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An entry of the tree. Open files hold on to the node, not to the path, so removing or renaming
/// does not disturb them.
abstract sealed class FileNode {
  static final int READ = 4;
  static final int WRITE = 2;
  static final int SEARCH = 1;

  String owner;
  int mode;
  long mtimeNanos;

  /// The directory that lists it; null for the root and for what has been removed.
  @Nullable Directory parent;

  /// Its name in `parent`.
  String name;

  int openCount;

  FileNode(String name, FileCaller by, int mode) {
    this.name = name;
    this.owner = by.user();
    this.mtimeNanos = by.epochNanos();
    this.mode = mode;
  }

  abstract FileKind kind();

  long octets() {
    return 0;
  }

  /// Whether the caller has the wanted permission: [#READ], [#WRITE] or [#SEARCH].
  boolean permits(FileCaller caller, int wanted) {
    int bits = owner.equals(caller.user()) ? mode >> 6 : mode;
    return caller.isRoot() || (bits & wanted) == wanted;
  }

  /// Whether it has been removed from the tree, be it open or not.
  boolean isGone() {
    return parent == null && !name.equals("/");
  }

  FileStat stat() {
    return new FileStat(name, kind(), octets(), owner, mode, mtimeNanos);
  }

  /// Names in the order of their characters: a listing never depends on history. What is in a
  /// directory that every machine has is made when somebody first looks into it.
  static final class Directory extends FileNode {
    private final Map<String, FileNode> entries = new TreeMap<>();
    private @Nullable Consumer<Directory> pending;

    Directory(String name, FileCaller by) {
      super(name, by, 0755);
    }

    Directory(String name, FileCaller by, Consumer<Directory> filler) {
      this(name, by);
      pending = filler;
    }

    Map<String, FileNode> entries() {
      Consumer<Directory> filler = pending;
      if (filler != null) {
        pending = null;
        filler.accept(this);
      }
      return entries;
    }

    @Override
    FileKind kind() {
      return FileKind.DIRECTORY;
    }

    void add(FileNode node, String as, long mtimeNanos) {
      entries().put(as, node);
      node.parent = this;
      node.name = as;
      this.mtimeNanos = mtimeNanos;
    }

    void remove(FileNode node, long mtimeNanos) {
      entries().remove(node.name);
      node.parent = null;
      this.mtimeNanos = mtimeNanos;
    }
  }

  /// Content in one array that grows by half. What a machine was set up with may be shared with
  /// others and is copied when it is first changed.
  static final class Regular extends FileNode {
    private byte[] content = new byte[0];
    private boolean isShared;
    int length;

    Regular(String name, FileCaller by) {
      super(name, by, 0644);
    }

    @Override
    FileKind kind() {
      return FileKind.FILE;
    }

    @Override
    long octets() {
      return length;
    }

    /// The content, which ends at [#length]; to be read only.
    byte[] content() {
      return content;
    }

    /// The content, to be changed up to [#length].
    byte[] writableContent() {
      if (isShared) {
        content = content.clone();
        isShared = false;
      }
      return content;
    }

    /// Has an array for content that others may hold, too.
    void share(byte[] octets) {
      content = octets;
      length = octets.length;
      isShared = true;
    }

    /// Makes the content `newLength` octets long, filling with zeros.
    void resize(int newLength) {
      if (newLength > content.length) {
        long roomy = Math.min(Integer.MAX_VALUE - 16, newLength + (long) (newLength >> 1));
        content = Arrays.copyOf(content, (int) Math.max(roomy, newLength));
        isShared = false;
      } else if (newLength == 0) {
        content = new byte[0];
        isShared = false;
      } else if (newLength < length) {
        Arrays.fill(writableContent(), newLength, length, (byte) 0);
      }
      length = newLength;
    }
  }

  /// What has a name but no content: sockets and the null device.
  static final class Special extends FileNode {
    private final FileKind kind;
    private final SocketFile socket;

    Special(String name, FileCaller by, FileKind kind, SocketFile socket) {
      super(name, by, kind == FileKind.NULL_DEVICE ? 0666 : 0755);
      this.kind = kind;
      this.socket = socket;
    }

    @Override
    FileKind kind() {
      return kind;
    }

    /// Only of a socket.
    SocketFile socket() {
      return socket;
    }
  }
}
