package netarium.engine.vm.api;

import netarium.engine.vm.files.FileError;

/// What can be read from, octet by octet. A file always has all it will ever have; the console may
/// have to wait, which `lacks…` finds out before anything is consumed.
interface ByteSource {
  /// Why nothing can be read, whatever the position.
  FileError readability();

  /// The octet at the position, or −1 at the end.
  int peek();

  /// The octet at the position, moving past it, or −1 at the end.
  int next();

  /// How many octets come before the next newline, or −1 if none comes.
  int distanceToNewline();

  /// Up to `n` octets; fewer only at the end.
  byte[] take(long n);

  long remaining();

  /// Whether a read of `n` octets has to wait.
  default boolean lacksOctets(long n) {
    return false;
  }

  /// Whether a read of a line has to wait.
  default boolean lacksLine() {
    return false;
  }

  /// Whether a read of a number has to wait.
  default boolean lacksNumber() {
    return false;
  }

  /// Where the next octet stands, for [#backTo].
  default long mark() {
    return 0;
  }

  /// Takes back all reading since the mark. Only needed by sources that may lack something.
  default void backTo(long mark) {}
}
