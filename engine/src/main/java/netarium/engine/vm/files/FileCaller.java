package netarium.engine.vm.files;

/// Who does something to the tree, and when.
///
/// @param user owner of what is created; `root` passes every permission check
/// @param epochNanos simulated time since 1970, for time stamps
public record FileCaller(String user, long epochNanos) {
  public static final String ROOT = "root";

  /// The machine's superuser at an instant.
  public static FileCaller root(long epochNanos) {
    return new FileCaller(ROOT, epochNanos);
  }

  boolean isRoot() {
    return user.equals(ROOT);
  }
}
