package netarium.app.project;

import java.nio.file.Path;
import java.util.Optional;

/// The dialogs in which files are chosen; empty when they are cancelled.
public interface Choosers {
  /// A folder that holds a project.
  Optional<Path> openFolder();

  /// A `topology.json` or a `.netarium` file.
  Optional<Path> openFile();

  /// Where to save a project: a path with the ending `.netarium` is one file, any other a folder.
  Optional<Path> saveProject(String suggestedName);

  /// Where to write a file of some sort, such as `.pcapng`.
  Optional<Path> saveFile(String suggestedName, String ending);
}
