package netarium.app.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The projects that come with the program, as resources. `index.txt` lists their names in the
/// order in which they are to be shown, and `files.txt` of each its files: a class path has no
/// listing.
public final class BundledSamples {
  private static final String ROOT = "/netarium/samples/";

  private BundledSamples() {}

  public static List<String> names() {
    return lines(ROOT + "index.txt");
  }

  /// The files of a sample by their project paths; empty if there is no sample of that name.
  public static Optional<Map<String, byte[]>> files(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String path : lines(ROOT + name + "/files.txt")) {
      files.put(path, read(ROOT + name + "/" + path));
    }
    return Optional.of(files);
  }

  private static List<String> lines(String resource) {
    return new String(read(resource), UTF_8).lines().filter(line -> !line.isBlank()).toList();
  }

  private static byte[] read(String resource) {
    try (InputStream in = BundledSamples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("invariant broken: the program contains " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
