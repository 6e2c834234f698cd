package netarium.engine.vm.files;

/// What can go wrong with a file, with the number and the text C gives it on Linux.
public enum FileError {
  NONE(0, "Success"),
  NO_SUCH_FILE(2, "No such file or directory"),
  NO_SUCH_DEVICE(6, "No such device or address"),
  BAD_DESCRIPTOR(9, "Bad file descriptor"),
  PERMISSION_DENIED(13, "Permission denied"),
  BUSY(16, "Device or resource busy"),
  EXISTS(17, "File exists"),
  NOT_A_DIRECTORY(20, "Not a directory"),
  IS_A_DIRECTORY(21, "Is a directory"),
  INVALID_ARGUMENT(22, "Invalid argument"),
  TOO_MANY_OPEN_FILES(24, "Too many open files"),
  TOO_LARGE(27, "File too large"),
  NO_SPACE(28, "No space left on device"),
  ILLEGAL_SEEK(29, "Illegal seek"),
  NAME_TOO_LONG(36, "File name too long"),
  NOT_EMPTY(39, "Directory not empty"),
  NOT_TEXT(84, "Invalid or incomplete multibyte or wide character");

  private final int number;
  private final String text;

  FileError(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// C's `errno`.
  public int number() {
    return number;
  }

  /// C's `strerror`.
  public String text() {
    return text;
  }

  public boolean isError() {
    return this != NONE;
  }

  /// `NAME: text`, as C programs report it.
  public String about(String name) {
    return name + ": " + text;
  }
}
