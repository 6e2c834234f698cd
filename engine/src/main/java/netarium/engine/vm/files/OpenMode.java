package netarium.engine.vm.files;

import java.util.Optional;

/// How a file is opened, as `fopen` knows it. Text and binary are the same.
///
/// @param appends every write goes to the end, wherever the position is
public record OpenMode(
    boolean reads, boolean writes, boolean appends, boolean truncates, boolean creates) {
  public static final OpenMode READ = new OpenMode(true, false, false, false, false);
  public static final OpenMode WRITE = new OpenMode(false, true, false, true, true);
  public static final OpenMode APPEND = new OpenMode(false, true, true, false, true);

  /// Reads `[rwa]%+?b?`, the rule of Lua 5.2; anything else is no mode.
  public static Optional<OpenMode> parse(String text) {
    if (text.isEmpty() || "rwa".indexOf(text.charAt(0)) < 0) {
      return Optional.empty();
    }
    boolean updates = text.startsWith("+", 1);
    String rest = text.substring(updates ? 2 : 1);
    if (!rest.isEmpty() && !rest.equals("b")) {
      return Optional.empty();
    }
    char kind = text.charAt(0);
    return Optional.of(
        new OpenMode(
            kind == 'r' || updates, kind != 'r' || updates, kind == 'a', kind == 'w', kind != 'r'));
  }
}
