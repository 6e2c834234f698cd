package netarium.engine.vm.api;

import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileError;

/// What a file handle in Lua stands for: a file of the tree, or one of the three standard streams.
abstract class LuaFile {
  /// Number in the order of creation within the process: files print as `file (0x…)`.
  final int number;

  private boolean isClosed;

  LuaFile(int number) {
    this.number = number;
  }

  final boolean isClosed() {
    return isClosed;
  }

  /// Whether a script may close it; the standard streams stay open.
  boolean isClosable() {
    return true;
  }

  /// Closes it for Lua; to be called once.
  void close() {
    isClosed = true;
  }

  /// What there is to read.
  abstract ByteSource source();

  abstract FileError write(Str octets);

  /// Moves the position to `offset` from 0 = the beginning, 1 = the position, 2 = the end.
  abstract FileError seek(int whence, long offset);

  abstract long position();
}
