package netarium.engine.vm.api;

import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileError;

/// Standard output or standard error in Lua's hands.
final class ConsoleOutput extends LuaFile implements ByteSource {
  private final ProcessHost host;
  private final boolean isError;

  ConsoleOutput(int number, ProcessHost host, boolean isError) {
    super(number);
    this.host = host;
    this.isError = isError;
  }

  @Override
  boolean isClosable() {
    return false;
  }

  @Override
  ByteSource source() {
    return this;
  }

  @Override
  public FileError readability() {
    return FileError.BAD_DESCRIPTOR;
  }

  @Override
  public int peek() {
    return -1;
  }

  @Override
  public int next() {
    return -1;
  }

  @Override
  public int distanceToNewline() {
    return -1;
  }

  @Override
  public byte[] take(long n) {
    return new byte[0];
  }

  @Override
  public long remaining() {
    return 0;
  }

  @Override
  FileError write(Str octets) {
    if (octets.length > 0) {
      host.writeConsole(octets, isError);
    }
    return FileError.NONE;
  }

  @Override
  FileError seek(int whence, long offset) {
    return FileError.ILLEGAL_SEEK;
  }

  @Override
  long position() {
    return 0;
  }
}
