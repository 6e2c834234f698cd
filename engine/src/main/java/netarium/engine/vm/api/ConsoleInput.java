package netarium.engine.vm.api;

import java.util.Arrays;
import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileError;

/// Standard input in Lua's hands: a stream of octets that may still be on its way.
///
/// A read that lacks something consumes nothing: the native goes back to its mark, waits, and reads
/// again from there.
final class ConsoleInput extends LuaFile implements ByteSource {
  private final ProcessHost host;
  private byte[] buffer = new byte[0];
  private int start;
  private int end;

  /// Octets before `start` that have left the buffer, so that marks stay valid.
  private long dropped;

  ConsoleInput(int number, ProcessHost host) {
    super(number);
    this.host = host;
  }

  /// Takes over all that has arrived.
  private void fill() {
    while (host.hasInput()) {
      Str more = host.takeInput();
      if (end + more.length > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(end + more.length, buffer.length * 2));
      }
      more.copyTo(buffer, end);
      end += more.length;
    }
  }

  private void forgetTheRead() {
    dropped += start;
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
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
    return FileError.NONE;
  }

  @Override
  public boolean lacksOctets(long n) {
    fill();
    return end - start < n && !host.isInputAtEnd();
  }

  @Override
  public boolean lacksLine() {
    fill();
    return distanceToNewline() < 0 && !host.isInputAtEnd();
  }

  /// A number is whole when a newline follows what is not space.
  @Override
  public boolean lacksNumber() {
    fill();
    int at = start;
    while (at < end && NumberScan.isSpace(buffer[at])) {
      at++;
    }
    while (at < end && buffer[at] != '\n') {
      at++;
    }
    return at == end && !host.isInputAtEnd();
  }

  @Override
  public long mark() {
    if (start > end - start) {
      forgetTheRead();
    }
    return dropped + start;
  }

  @Override
  public void backTo(long mark) {
    start = (int) (mark - dropped);
  }

  @Override
  public int peek() {
    fill();
    return start < end ? buffer[start] & 0xff : -1;
  }

  @Override
  public int next() {
    int octet = peek();
    if (octet >= 0) {
      start++;
    }
    return octet;
  }

  @Override
  public int distanceToNewline() {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return i - start;
      }
    }
    return -1;
  }

  @Override
  public byte[] take(long n) {
    int from = start;
    start += (int) Math.min(n, end - start);
    return Arrays.copyOfRange(buffer, from, start);
  }

  @Override
  public long remaining() {
    return (long) end - start;
  }

  @Override
  FileError write(Str octets) {
    return FileError.BAD_DESCRIPTOR;
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
