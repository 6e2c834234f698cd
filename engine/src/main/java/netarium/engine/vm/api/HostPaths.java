package netarium.engine.vm.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import netarium.engine.lua.Str;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;

/// File names as scripts give them: octets, seen from a directory.
///
/// Names in the tree are text. Octets that are not UTF-8 name nothing, rather than two different
/// names meaning one file.
public final class HostPaths {
  private HostPaths() {}

  /// The absolute path of a name as seen from the process's working directory.
  public static FileResult<String> inWorkingDirectory(ProcessHost host, Str name) {
    return from(host.workingDirectory(), name);
  }

  /// The absolute path of a name as seen from a directory.
  public static FileResult<String> from(String directory, Str name) {
    return text(name)
        .map(text -> FileResult.done(FilePath.join(directory, text)))
        .orElse(FileResult.failed(FileError.NOT_TEXT));
  }

  /// A name as text, if it is any. As in C a name ends at its first NUL.
  static Optional<String> text(Str name) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(name.bytes, name.offset, lengthToNul(name)))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int lengthToNul(Str name) {
    int length = 0;
    while (length < name.length && name.byteAt(length) != 0) {
      length++;
    }
    return length;
  }

  /// The whole content of a file named from the working directory: for `loadfile` and `require`.
  public static FileResult<byte[]> read(ProcessHost host, Str name) {
    return switch (inWorkingDirectory(host, name)) {
      case FileResult.Failed<String>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<String>(String path) -> host.files().read(path, host.caller());
    };
  }
}
