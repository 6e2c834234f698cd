package netarium.engine.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where programs and files are: `peers` is the folder with the other side's, `launcher` the
/// command `netarium` of this checkout.
record Places(Path peers, Path launcher) {
  /// A program of the peers, in the folder itself or in `ns3` below it.
  Path peer(String name) throws MissingException {
    for (Path candidate : List.of(peers.resolve("ns3").resolve(name), peers.resolve(name))) {
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new MissingException(name + " in " + peers + " or " + peers.resolve("ns3"));
  }

  /// A file of the peers.
  Path file(String path) throws MissingException {
    Path file = peers.resolve(path);
    if (!Files.isReadable(file)) {
      throw new MissingException(file.toString());
    }
    return file;
  }

  /// A program on the search path.
  static Path installed(String name) throws MissingException {
    return Said.onPath(name).orElseThrow(() -> new MissingException(name + " on the PATH"));
  }

  Path netarium() throws MissingException {
    if (!Files.isExecutable(launcher)) {
      throw new MissingException(launcher.toString());
    }
    return launcher;
  }

  /// How a class of ours is started.
  List<String> java(Class<?> main) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path", ""),
            main.getName()));
  }
}
