package netarium.app.project;

import java.nio.file.Path;
import java.util.List;
import netarium.topologies.problem.Problem;

/// What only the person in front of the window can decide, and what they have to be told.
public interface Questions {
  /// What to do with unsaved work.
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /// What to do when the files on disk are not those that were read.
  enum Outside {
    KEEP_MINE,
    RELOAD
  }

  Unsaved unsaved(String name);

  Outside changedOutside(String name);

  /// Whether a project may be written over what is there.
  boolean overwrite(Path place);

  /// A file could not be opened or saved. There is at least one problem; the first comes first.
  void refused(List<Problem> problems);
}
