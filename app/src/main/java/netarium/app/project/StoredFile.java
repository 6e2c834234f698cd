package netarium.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTextWriter;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.problem.ProblemList;

/// A small file of the program's own that is written whole or not at all. One that is missing,
/// broken or cannot be written is no reason to stop: then there are no preferences, or no new ones.
public final class StoredFile {
  private static final int MOST_OCTETS = 1 << 20;
  private final Path file;

  public StoredFile(Path file) {
    this.file = file;
  }

  /// Writes something into a stream.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// The members of the JSON object that the file holds; empty if it holds none.
  public Optional<JsonTree.Members> read() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_OCTETS) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), UTF_8);
      ProblemList problems = new ProblemList(file.toString());
      JsonTree tree = new JsonTextReader(JsonLimits.TOPOLOGY, problems).read(text);
      return tree instanceof JsonTree.Members members && !problems.hasErrors()
          ? Optional.of(members)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Whether it could be written.
  public boolean write(Map<String, JsonValue> members) {
    String text = JsonTextWriter.write(new JsonValue.Members(members));
    try {
      replace(out -> out.write(text.getBytes(UTF_8)));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Puts a new file in the place of the old one once it is complete.
  public void replace(Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file system root is no file");
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        content.writeTo(out);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
