package netarium.engine.lua.lib;

import org.jspecify.annotations.Nullable;

/// The files `loadfile` and `dofile` can see.
@FunctionalInterface
public interface ScriptFiles {
  /// No files at all.
  ScriptFiles NONE = path -> null;

  /// The content of a file, or null if there is none that can be read.
  byte @Nullable [] read(String path);
}
