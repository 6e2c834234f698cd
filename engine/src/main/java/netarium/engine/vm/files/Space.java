package netarium.engine.vm.files;

/// The octets and handles a tree has given out. What does not fit is refused before it is made.
final class Space {
  private final FileLimits limits;
  private long used;
  private int open;

  Space(FileLimits limits) {
    this.limits = limits;
  }

  /// Takes octets if they fit.
  boolean take(long octets) {
    if (octets > limits.octets() - used) {
      return false;
    }
    used += octets;
    return true;
  }

  void give(long octets) {
    used -= octets;
  }

  long used() {
    return used;
  }

  /// Takes a handle if one is left.
  boolean takeHandle() {
    if (open >= limits.openFiles()) {
      return false;
    }
    open++;
    return true;
  }

  void giveHandle() {
    open--;
  }

  int open() {
    return open;
  }

  /// Gives back what a node without name and without handle occupied.
  void release(FileNode node) {
    give(FileLimits.ENTRY_OCTETS + node.octets());
  }
}
