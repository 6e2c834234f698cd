package netarium.app.project;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import netarium.topologies.project.Project;
import netarium.topologies.recording.RecordedRun;

/// What the window knows of the run that can be written to files.
public interface RunFiles {
  /// What was recorded, with the project as it was when the run began.
  record Recorded(Project project, RecordedRun run) {}

  /// Whether anything has run yet.
  boolean hasRun();

  /// Called on the window's thread.
  Optional<Recorded> recording();

  /// Writes a capture of all interfaces. Called in the background.
  void writeCapture(OutputStream out) throws IOException;

  /// Writes a capture of the interface at which a link ends, if it ends at a machine or a router.
  /// Called in the background.
  void writeCapture(String link, OutputStream out) throws IOException;
}
