package netarium.engine.vm.api;

import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.OpenFile;

/// A file of the tree in Lua's hands.
final class DiskFile extends LuaFile implements ByteSource {
  private final OpenFile file;
  private final ProcessHost host;

  DiskFile(int number, OpenFile file, ProcessHost host) {
    super(number);
    this.file = file;
    this.host = host;
  }

  @Override
  void close() {
    super.close();
    file.close();
  }

  @Override
  ByteSource source() {
    return this;
  }

  @Override
  public FileError readability() {
    return file.readability();
  }

  @Override
  public int peek() {
    return file.peek();
  }

  @Override
  public int next() {
    return file.next();
  }

  @Override
  public int distanceToNewline() {
    return file.distanceTo('\n');
  }

  @Override
  public byte[] take(long n) {
    return file.read(n);
  }

  @Override
  public long remaining() {
    return file.remaining();
  }

  @Override
  FileError write(Str octets) {
    return file.write(octets.bytes, octets.offset, octets.length, host.epochNanos());
  }

  @Override
  FileError seek(int whence, long offset) {
    long from =
        switch (whence) {
          case 0 -> 0;
          case 1 -> file.position();
          default -> file.length();
        };
    return file.seek(from + offset);
  }

  @Override
  long position() {
    return file.position();
  }
}
