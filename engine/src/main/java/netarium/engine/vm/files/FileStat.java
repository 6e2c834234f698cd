package netarium.engine.vm.files;

/// A snapshot of what is known about an entry.
///
/// @param name last component of its path; `/` for the root
/// @param mode the nine permission bits
/// @param mtimeNanos instant of the last change of content, since 1970
public record FileStat(
    String name, FileKind kind, long octets, String owner, int mode, long mtimeNanos) {

  public boolean isDirectory() {
    return kind == FileKind.DIRECTORY;
  }

  /// `rwxr-xr-x`.
  public String permissions() {
    StringBuilder text = new StringBuilder(9);
    for (int bit = 8; bit >= 0; bit--) {
      text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
    }
    return text.toString();
  }
}
