package netarium.app.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what is the user's own, by the XDG base directory specification.
///
/// @param config preferences and the list of recent projects
/// @param state unsaved work of this and earlier processes
/// @param cache pictures that can be made again
public record UserFolders(Path config, Path state, Path cache) {
  private static final String NAME = "netarium";

  /// The folders of this process's user.
  public static UserFolders ofUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  public static UserFolders of(Map<String, String> environment, Path home) {
    return new UserFolders(
        folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")),
        folder(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state")),
        folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")));
  }

  /// The specification says that a path which is not absolute counts for nothing.
  private static Path folder(@Nullable String named, Path otherwise) {
    if (named != null && !named.isEmpty()) {
      try {
        Path path = Path.of(named);
        if (path.isAbsolute()) {
          return path.resolve(NAME);
        }
      } catch (InvalidPathException e) {
        return otherwise.resolve(NAME);
      }
    }
    return otherwise.resolve(NAME);
  }

  /// Where unsaved work of every process lies.
  public Path recovery() {
    return state.resolve("recovery");
  }
}
