package netarium.engine.vm.files;

import java.util.Arrays;

/// An open file: a node, a position, and what may be done with it.
///
/// There is no buffer: what one program writes, all others can read at once. The node outlives its
/// name while it is open.
public final class OpenFile {
  private final FileNode node;
  private final OpenMode mode;
  private final Space space;
  private long position;
  private boolean isClosed;

  OpenFile(FileNode node, OpenMode mode, Space space) {
    this.node = node;
    this.mode = mode;
    this.space = space;
    this.position = mode.appends() && !mode.reads() ? node.octets() : 0;
    node.openCount++;
  }

  /// Why reading is impossible whatever the position, or [FileError#NONE].
  public FileError readability() {
    if (isClosed || !mode.reads()) {
      return FileError.BAD_DESCRIPTOR;
    }
    return node.kind() == FileKind.DIRECTORY ? FileError.IS_A_DIRECTORY : FileError.NONE;
  }

  /// Octets between the position and the end.
  public long remaining() {
    return Math.max(0, length() - position);
  }

  /// The octet at the position as 0 … 255, without moving; −1 at the end.
  public int peek() {
    return remaining() > 0 ? content()[(int) position] & 0xff : -1;
  }

  /// The octet at the position as 0 … 255, moving past it; −1 at the end.
  public int next() {
    int octet = peek();
    if (octet >= 0) {
      position++;
    }
    return octet;
  }

  /// How many octets come before the first `octet`, or −1 if it does not come.
  public int distanceTo(int octet) {
    byte[] content = content();
    int end = (int) length();
    for (int i = (int) Math.min(position, end); i < end; i++) {
      if (content[i] == (byte) octet) {
        return i - (int) position;
      }
    }
    return -1;
  }

  /// Reads up to `n` octets.
  public byte[] read(long n) {
    int size = (int) Math.min(n, remaining());
    if (size <= 0) {
      return new byte[0];
    }
    int from = (int) position;
    position += size;
    return Arrays.copyOfRange(content(), from, from + size);
  }

  /// Writes all of the octets or none, at the position or, when appending, at the end.
  public FileError write(byte[] octets, int from, int count, long epochNanos) {
    if (isClosed || !mode.writes()) {
      return FileError.BAD_DESCRIPTOR;
    }
    if (!(node instanceof FileNode.Regular file) || count == 0) {
      return FileError.NONE;
    }
    long at = mode.appends() ? file.length : position;
    long end = at + count;
    if (end > Integer.MAX_VALUE - 16) {
      return FileError.TOO_LARGE;
    }
    if (end > file.length) {
      if (!space.take(end - file.length)) {
        return FileError.NO_SPACE;
      }
      file.resize((int) end);
    }
    System.arraycopy(octets, from, file.writableContent(), (int) at, count);
    file.mtimeNanos = epochNanos;
    position = end;
    return FileError.NONE;
  }

  /// Has the octets for content, all of them and no others, without copying them: the array must
  /// not change any more. For files that have just been emptied.
  FileError adopt(byte[] octets, long epochNanos) {
    if (!(node instanceof FileNode.Regular file)) {
      return write(octets, epochNanos);
    }
    if (!space.take(octets.length - file.octets())) {
      return FileError.NO_SPACE;
    }
    file.share(octets);
    file.mtimeNanos = epochNanos;
    return FileError.NONE;
  }

  public FileError write(byte[] octets, long epochNanos) {
    return write(octets, 0, octets.length, epochNanos);
  }

  public long position() {
    return position;
  }

  public long length() {
    return node.octets();
  }

  /// Moves to an octet counted from the beginning, which may lie behind the end.
  public FileError seek(long to) {
    if (isClosed) {
      return FileError.BAD_DESCRIPTOR;
    }
    if (to < 0) {
      return FileError.INVALID_ARGUMENT;
    }
    position = to;
    return FileError.NONE;
  }

  public boolean isClosed() {
    return isClosed;
  }

  public FileStat stat() {
    return node.stat();
  }

  /// Gives the handle back, and the octets too if the file has lost its name meanwhile. Closing
  /// twice is harmless.
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    space.giveHandle();
    node.openCount--;
    if (node.openCount == 0 && node.isGone()) {
      space.release(node);
    }
  }

  private byte[] content() {
    return node instanceof FileNode.Regular file ? file.content() : new byte[0];
  }
}
