package netarium.app.workbench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import netarium.app.project.Documents;
import netarium.topologies.project.Projects;

/// Opens a project that is dropped on the window: a folder, its `topology.json`, or a single file.
final class DroppedFiles {
  private static final String TOPOLOGY = "topology.json";

  private final Documents documents;

  DroppedFiles(Documents documents) {
    this.documents = documents;
  }

  void watch(Scene scene) {
    scene.addEventHandler(DragEvent.DRAG_OVER, this::over);
    scene.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent event) {
    if (project(event.getDragboard().getFiles()).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    event.setDropCompleted(open(event.getDragboard().getFiles()));
    event.consume();
  }

  /// Opens the first of the files that can be a project; false if none can.
  boolean open(List<File> files) {
    Optional<Path> found = project(files);
    found.ifPresent(documents::open);
    return found.isPresent();
  }

  private static Optional<Path> project(List<File> files) {
    return files.stream().map(File::toPath).filter(DroppedFiles::mayBeProject).findFirst();
  }

  private static boolean mayBeProject(Path file) {
    return Files.isDirectory(file)
        || file.endsWith(TOPOLOGY)
        || file.toString().endsWith(Projects.BUNDLE_ENDING);
  }
}
