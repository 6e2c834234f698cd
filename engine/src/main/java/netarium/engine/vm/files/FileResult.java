package netarium.engine.vm.files;

/// What a call that should yield something yields: the thing, or why not.
public sealed interface FileResult<T> {
  record Done<T>(T value) implements FileResult<T> {}

  /// Invariant: the error is not [FileError#NONE].
  record Failed<T>(FileError error) implements FileResult<T> {}

  static <T> FileResult<T> done(T value) {
    return new Done<>(value);
  }

  static <T> FileResult<T> failed(FileError error) {
    return new Failed<>(error);
  }

  /// Why it failed, or [FileError#NONE].
  default FileError error() {
    return this instanceof Failed<T>(FileError error) ? error : FileError.NONE;
  }
}
