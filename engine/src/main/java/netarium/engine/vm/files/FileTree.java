package netarium.engine.vm.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import netarium.engine.vm.files.FileNode.Directory;
import netarium.engine.vm.files.FileNode.Regular;
import netarium.engine.vm.files.FileNode.Special;
import netarium.engine.vm.files.FileWalk.Place;
import org.jspecify.annotations.Nullable;

/// All files of one machine. Paths are absolute (a program joins its working directory to them with
/// [FilePath#join]); `.`, `..` and trailing slashes are walked as POSIX does.
///
/// Every content octet and every entry is charged against the [FileLimits]; what does not fit is
/// refused with `No space left on device` and changes nothing.
public final class FileTree {
  private static final List<String> USUAL_DIRECTORIES =
      List.of("/bin", "/dev", "/etc", "/home", "/root", "/tmp", "/var/log", "/var/www");

  private final Directory root = new Directory("/", FileCaller.root(0));
  private final Space space;

  /// Counts entries without content.
  private long specials;

  /// An empty tree: a root directory owned by `root`.
  public FileTree(FileLimits limits) {
    space = new Space(limits);
  }

  /// A tree with what every machine has: the usual directories and `/dev/null`, owned by `root`;
  /// everybody may write to `/tmp`.
  public static FileTree furnished(FileLimits limits, long epochNanos) {
    FileTree files = new FileTree(limits);
    FileCaller root = FileCaller.root(epochNanos);
    for (String path : USUAL_DIRECTORIES) {
      require(files.makeDirectories(path, root));
    }
    require(files.changeMode("/tmp", 0777, root));
    require(files.makeSpecial("/dev/null", FileKind.NULL_DEVICE, root));
    return files;
  }

  private static void require(FileError error) {
    if (error.isError()) {
      throw new IllegalStateException("the limits must leave room for the usual directories");
    }
  }

  /// Octets charged now.
  public long usedOctets() {
    return space.used();
  }

  /// Files open now.
  public int openFiles() {
    return space.open();
  }

  public FileResult<FileStat> stat(String path, FileCaller caller) {
    return switch (find(path, caller)) {
      case FileResult.Failed<FileNode>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<FileNode>(FileNode node) -> FileResult.done(node.stat());
    };
  }

  public boolean exists(String path, FileCaller caller) {
    return !find(path, caller).error().isError();
  }

  /// The entries of a directory in the order of their names.
  public FileResult<List<FileStat>> list(String path, FileCaller caller) {
    return switch (find(path, caller)) {
      case FileResult.Failed<FileNode>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<FileNode>(Directory directory)
          when directory.permits(caller, FileNode.READ) -> {
        List<FileStat> entries = new ArrayList<>(directory.entries().size());
        directory.entries().values().forEach(node -> entries.add(node.stat()));
        yield FileResult.done(entries);
      }
      case FileResult.Done<FileNode>(Directory _) -> FileResult.failed(FileError.PERMISSION_DENIED);
      case FileResult.Done<FileNode> _ -> FileResult.failed(FileError.NOT_A_DIRECTORY);
    };
  }

  /// Opens as `fopen` does. A directory can be opened for reading; reading from it then fails.
  public FileResult<OpenFile> open(String path, OpenMode mode, FileCaller caller) {
    Place place = FileWalk.to(root, path, caller);
    if (place.error().isError()) {
      return FileResult.failed(place.error());
    }
    @Nullable FileNode node = place.node();
    FileError error = node == null ? mayCreate(place, mode, caller) : mayOpen(node, mode, caller);
    if (error.isError()) {
      return FileResult.failed(error);
    }
    if (!space.takeHandle()) {
      return FileResult.failed(FileError.TOO_MANY_OPEN_FILES);
    }
    if (node == null) {
      node = new Regular(place.name(), caller);
      if (!space.take(FileLimits.ENTRY_OCTETS)) {
        space.giveHandle();
        return FileResult.failed(FileError.NO_SPACE);
      }
      place.parent().add(node, place.name(), caller.epochNanos());
    }
    if (mode.truncates() && node instanceof Regular file) {
      space.give(file.length);
      file.resize(0);
      file.mtimeNanos = caller.epochNanos();
    }
    return FileResult.done(new OpenFile(node, mode, space));
  }

  /// Opens a file without a name, which is gone when it is closed: C's `tmpfile`.
  public FileResult<OpenFile> openTemporary(FileCaller caller) {
    if (!space.takeHandle()) {
      return FileResult.failed(FileError.TOO_MANY_OPEN_FILES);
    }
    if (!space.take(FileLimits.ENTRY_OCTETS)) {
      space.giveHandle();
      return FileResult.failed(FileError.NO_SPACE);
    }
    OpenMode mode = new OpenMode(true, true, false, true, true);
    return FileResult.done(new OpenFile(new Regular("(temporary)", caller), mode, space));
  }

  private static FileError mayCreate(Place place, OpenMode mode, FileCaller caller) {
    if (!mode.creates()) {
      return FileError.NO_SUCH_FILE;
    }
    if (place.wantsDirectory()) {
      return FileError.IS_A_DIRECTORY;
    }
    return place.mayChangeParent(caller);
  }

  private static FileError mayOpen(FileNode node, OpenMode mode, FileCaller caller) {
    int wanted = (mode.reads() ? FileNode.READ : 0) | (mode.writes() ? FileNode.WRITE : 0);
    if (node.kind() == FileKind.DIRECTORY && mode.writes()) {
      return FileError.IS_A_DIRECTORY;
    }
    if (!node.permits(caller, wanted)) {
      return FileError.PERMISSION_DENIED;
    }
    return node.kind() == FileKind.SOCKET ? FileError.NO_SUCH_DEVICE : FileError.NONE;
  }

  /// The whole content of a file, a copy.
  public FileResult<byte[]> read(String path, FileCaller caller) {
    FileResult<FileNode> found = find(path, caller);
    if (!(found instanceof FileResult.Done<FileNode>(FileNode node))) {
      return FileResult.failed(found.error());
    }
    FileError error = mayOpen(node, OpenMode.READ, caller);
    if (error.isError()) {
      return FileResult.failed(error);
    }
    return switch (node) {
      case Directory _ -> FileResult.failed(FileError.IS_A_DIRECTORY);
      case Special _ -> FileResult.done(new byte[0]);
      case Regular file -> FileResult.done(Arrays.copyOf(file.content(), file.length));
    };
  }

  /// Makes the octets the whole content of a file, creating it if need be.
  public FileError write(String path, byte[] octets, FileCaller caller) {
    return put(path, OpenMode.WRITE, octets, caller);
  }

  /// As [#write], making the directories above the file that are missing: for set-up. The array is
  /// taken over and may be shared by many machines, so nobody may change it afterwards.
  public FileError install(String path, byte[] octets, FileCaller caller) {
    FileError error = makeDirectories(FilePath.parent(path), caller);
    if (error.isError()) {
      return error;
    }
    FileResult<OpenFile> opened = open(path, OpenMode.WRITE, caller);
    if (!(opened instanceof FileResult.Done<OpenFile>(OpenFile file))) {
      return opened.error();
    }
    error = file.adopt(octets, caller.epochNanos());
    file.close();
    return error;
  }

  /// Gives the root directory `name` with files that every machine has, by path below it, such as
  /// `lib/lua/x.lua`. They are charged now and made when somebody looks into the directory; the
  /// arrays may be shared by many machines, so nobody may change them afterwards.
  public FileError provide(String name, SortedMap<String, byte[]> content, FileCaller root) {
    Set<String> folders = new TreeSet<>();
    long octets = FileLimits.ENTRY_OCTETS;
    for (Map.Entry<String, byte[]> each : content.entrySet()) {
      octets += FileLimits.ENTRY_OCTETS + each.getValue().length;
      for (String at = each.getKey(); at.indexOf('/') > 0; folders.add(at)) {
        at = at.substring(0, at.lastIndexOf('/'));
      }
    }
    octets += (long) folders.size() * FileLimits.ENTRY_OCTETS;
    if (this.root.entries().containsKey(name)) {
      return FileError.EXISTS;
    }
    if (!space.take(octets)) {
      return FileError.NO_SPACE;
    }
    Directory made = new Directory(name, root, top -> fill(top, content, root));
    this.root.add(made, name, root.epochNanos());
    return FileError.NONE;
  }

  /// Makes files that are charged already.
  private static void fill(Directory top, SortedMap<String, byte[]> content, FileCaller root) {
    content.forEach((path, octets) -> {
      List<String> parts = FilePath.parts(path);
      Directory at = top;
      for (String part : parts.subList(0, parts.size() - 1)) {
        FileNode inner = at.entries().get(part);
        if (!(inner instanceof Directory)) {
          inner = new Directory(part, root);
          at.add(inner, part, root.epochNanos());
        }
        at = (Directory) inner;
      }
      Regular file = new Regular(parts.getLast(), root);
      file.share(octets);
      at.add(file, parts.getLast(), root.epochNanos());
    });
  }

  /// Adds octets to the end of a file, creating it if need be.
  public FileError append(String path, byte[] octets, FileCaller caller) {
    return put(path, OpenMode.APPEND, octets, caller);
  }

  private FileError put(String path, OpenMode mode, byte[] octets, FileCaller caller) {
    FileResult<OpenFile> opened = open(path, mode, caller);
    if (!(opened instanceof FileResult.Done<OpenFile>(OpenFile file))) {
      return opened.error();
    }
    FileError error = file.write(octets, caller.epochNanos());
    file.close();
    return error;
  }

  public FileError makeDirectory(String path, FileCaller caller) {
    Place place = FileWalk.to(root, path, caller);
    FileError error = mayAdd(place, caller);
    return error.isError()
        ? error
        : add(place, new Directory(place.name(), caller), caller.epochNanos());
  }

  /// Makes a directory and those above it that are missing.
  public FileError makeDirectories(String path, FileCaller caller) {
    StringBuilder reached = new StringBuilder();
    for (String part : FilePath.parts(path)) {
      reached.append('/').append(part);
      if (!(find(reached.toString(), caller) instanceof FileResult.Done<FileNode>(Directory _))) {
        FileError error = makeDirectory(reached.toString(), caller);
        if (error.isError()) {
          return error == FileError.EXISTS ? FileError.NOT_A_DIRECTORY : error;
        }
      }
    }
    return FileError.NONE;
  }

  /// Makes an entry without content: a socket's name or a device.
  public FileError makeSpecial(String path, FileKind kind, FileCaller caller) {
    return makeSpecial(path, kind, new SocketFile(++specials), caller);
  }

  private FileError makeSpecial(String path, FileKind kind, SocketFile socket, FileCaller caller) {
    Place place = FileWalk.to(root, path, caller);
    FileError error = mayAdd(place, caller);
    if (error.isError()) {
      return error;
    }
    return place.wantsDirectory()
        ? FileError.NO_SUCH_FILE
        : add(place, new Special(place.name(), caller, kind, socket), caller.epochNanos());
  }

  /// Makes the name of a socket.
  public FileResult<SocketFile> makeSocket(String path, FileCaller caller) {
    SocketFile socket = new SocketFile(++specials);
    FileError error = makeSpecial(path, FileKind.SOCKET, socket, caller);
    return error.isError() ? FileResult.failed(error) : FileResult.done(socket);
  }

  /// The socket at a path, for somebody who wants to call it and must be allowed to write to it;
  /// empty when there is something else.
  public FileResult<Optional<SocketFile>> socketAt(String path, FileCaller caller) {
    return switch (find(path, caller)) {
      case FileResult.Failed<FileNode>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<FileNode>(FileNode node) when !node.permits(caller, FileNode.WRITE) ->
          FileResult.failed(FileError.PERMISSION_DENIED);
      case FileResult.Done<FileNode>(Special special) when special.kind() == FileKind.SOCKET ->
          FileResult.done(Optional.of(special.socket()));
      case FileResult.Done<FileNode> _ -> FileResult.done(Optional.empty());
    };
  }

  /// Removes the name of a socket if that socket still has it.
  public void removeSocket(String path, SocketFile socket, FileCaller caller) {
    if (FileWalk.to(root, path, caller).node() instanceof Special special
        && special.kind() == FileKind.SOCKET
        && special.socket().equals(socket)) {
      remove(path, caller);
    }
  }

  private static FileError mayAdd(Place place, FileCaller caller) {
    if (place.error().isError()) {
      return place.error();
    }
    return place.node() != null ? FileError.EXISTS : place.mayChangeParent(caller);
  }

  private FileError add(Place place, FileNode node, long epochNanos) {
    if (!space.take(FileLimits.ENTRY_OCTETS)) {
      return FileError.NO_SPACE;
    }
    place.parent().add(node, place.name(), epochNanos);
    return FileError.NONE;
  }

  /// Removes a file or an empty directory.
  public FileError remove(String path, FileCaller caller) {
    return remove(path, false, caller);
  }

  /// Removes a file or a directory with all that is in it.
  public FileError removeAll(String path, FileCaller caller) {
    return remove(path, true, caller);
  }

  private FileError remove(String path, boolean withContent, FileCaller caller) {
    Place place = FileWalk.to(root, path, caller);
    FileError error = mayRemove(place, caller);
    @Nullable FileNode node = place.node();
    if (error.isError() || node == null) {
      return error;
    }
    if (node instanceof Directory directory && !directory.entries().isEmpty()) {
      if (!withContent) {
        return FileError.NOT_EMPTY;
      }
      if (!mayEmpty(directory, caller)) {
        return FileError.PERMISSION_DENIED;
      }
      empty(directory);
    }
    place.parent().remove(node, caller.epochNanos());
    releaseUnlessOpen(node);
    return FileError.NONE;
  }

  private FileError mayRemove(Place place, FileCaller caller) {
    if (place.error().isError()) {
      return place.error();
    }
    if (place.node() == null) {
      return FileError.NO_SUCH_FILE;
    }
    return place.node() == root || place.isDots() ? FileError.BUSY : place.mayChangeParent(caller);
  }

  private static boolean mayEmpty(Directory top, FileCaller caller) {
    Deque<Directory> todo = new ArrayDeque<>(List.of(top));
    while (!todo.isEmpty()) {
      Directory directory = todo.pop();
      if (!directory.permits(caller, FileNode.WRITE | FileNode.SEARCH)) {
        return false;
      }
      for (FileNode node : directory.entries().values()) {
        if (node instanceof Directory inner && !inner.entries().isEmpty()) {
          todo.push(inner);
        }
      }
    }
    return true;
  }

  /// Without recursion: scripts decide how deep a tree is.
  private void empty(Directory top) {
    Deque<Directory> todo = new ArrayDeque<>(List.of(top));
    while (!todo.isEmpty()) {
      Directory directory = todo.pop();
      for (FileNode node : directory.entries().values()) {
        node.parent = null;
        if (node instanceof Directory inner) {
          todo.push(inner);
        }
        releaseUnlessOpen(node);
      }
      directory.entries().clear();
    }
  }

  private void releaseUnlessOpen(FileNode node) {
    if (node.openCount == 0) {
      space.release(node);
    }
  }

  /// Gives an entry another name or place. As in POSIX a file may take the place of a file, a
  /// directory that of an empty directory.
  public FileError rename(String from, String to, FileCaller caller) {
    Place source = FileWalk.to(root, from, caller);
    FileError error = mayRemove(source, caller);
    @Nullable FileNode node = source.node();
    if (error.isError() || node == null) {
      return error;
    }
    Place target = FileWalk.to(root, to, caller);
    error = FileWalk.mayReplace(node, target, caller);
    if (error.isError() || target.node() == node) {
      return error;
    }
    if (target.node() == root || target.isDots()) {
      return FileError.BUSY;
    }
    @Nullable FileNode replaced = target.node();
    if (replaced != null) {
      target.parent().remove(replaced, caller.epochNanos());
      releaseUnlessOpen(replaced);
    }
    source.parent().remove(node, caller.epochNanos());
    target.parent().add(node, target.name(), caller.epochNanos());
    return FileError.NONE;
  }

  /// Sets the nine permission bits; only the owner and `root` may.
  public FileError changeMode(String path, int mode, FileCaller caller) {
    FileResult<FileNode> found = find(path, caller);
    if (!(found instanceof FileResult.Done<FileNode>(FileNode node))) {
      return found.error();
    }
    if (!caller.isRoot() && !node.owner.equals(caller.user())) {
      return FileError.PERMISSION_DENIED;
    }
    node.mode = mode & 0777;
    return FileError.NONE;
  }

  /// Gives an entry to another user; only `root` may.
  public FileError changeOwner(String path, String owner, FileCaller caller) {
    FileResult<FileNode> found = find(path, caller);
    if (!(found instanceof FileResult.Done<FileNode>(FileNode node))) {
      return found.error();
    }
    if (!caller.isRoot()) {
      return FileError.PERMISSION_DENIED;
    }
    node.owner = owner;
    return FileError.NONE;
  }

  private FileResult<FileNode> find(String path, FileCaller caller) {
    Place place = FileWalk.to(root, path, caller);
    @Nullable FileNode node = place.node();
    if (place.error().isError()) {
      return FileResult.failed(place.error());
    }
    return node == null ? FileResult.failed(FileError.NO_SUCH_FILE) : FileResult.done(node);
  }
}
