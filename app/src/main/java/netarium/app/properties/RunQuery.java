package netarium.app.properties;

import java.util.List;
import java.util.function.Consumer;

/// What only the running simulation itself can answer.
public interface RunQuery {
  /// No run, no answers.
  RunQuery NONE = (_, _) -> {};

  /// A file of a machine.
  record FileRow(String path, long octets) {}

  /// Hands over the files of a machine as they are at the live edge, now or later, on the FX
  /// thread.
  void files(String node, Consumer<List<FileRow>> then);
}
