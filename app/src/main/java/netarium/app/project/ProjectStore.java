package netarium.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import netarium.engine.run.CheckedProjects;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.project.SaveResult;
import org.jspecify.annotations.Nullable;

/// A project's place on the disk: a folder, or one file. Everything here may take its time.
final class ProjectStore {
  private ProjectStore() {}

  /// What a project that was read from `path` is saved to: never the `topology.json` alone.
  static Path location(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    boolean isTopology = String.valueOf(path.getFileName()).equals(ProjectPath.TOPOLOGY);
    Path place = isTopology && parent != null && !Files.isDirectory(path) ? parent : path;
    return place.toAbsolutePath().normalize();
  }

  static boolean isBundle(Path location) {
    String name = String.valueOf(location.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(Projects.BUNDLE_ENDING) || Files.isRegularFile(location);
  }

  static OpenResult open(Path path) {
    return CheckedProjects.checked(Projects.open(path), path.toString());
  }

  /// Writes the project. `before` is what was there as far as we know: files of it that the project
  /// no longer has are taken away, unless somebody changed them.
  static SaveResult save(Project project, Path location, @Nullable Project before) {
    if (isBundle(location)) {
      return Projects.exportBundle(project, location);
    }
    SaveResult result = Projects.save(project, location);
    if (result instanceof SaveResult.Saved && before != null) {
      removeLeftOver(project, location, before);
    }
    return result;
  }

  private static void removeLeftOver(Project project, Path folder, Project before) {
    TreeSet<String> gone = new TreeSet<>(before.paths());
    gone.removeAll(project.paths());
    for (String path : gone) {
      Path file = folder.resolve(path);
      try {
        if (Files.isRegularFile(file)
            && Arrays.equals(Files.readAllBytes(file), before.octets(path).orElse(null))) {
          Files.delete(file);
        }
      } catch (IOException e) {
        // It stays, as it would if the project had never known it.
      }
    }
  }
}
