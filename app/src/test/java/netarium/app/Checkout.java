package netarium.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// The source files of all modules, as they lie in the checkout: without what a build made.
final class Checkout {
  private final Path root;
  private final List<Path> files = new ArrayList<>();

  private Checkout(Path root) {
    this.root = root;
  }

  /// The checkout in which Maven runs this test (Surefire sets `basedir` to the module's folder).
  static Checkout here() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    Path root = module;
    while (!Files.isRegularFile(root.resolve("LICENSE"))) {
      Path parent = root.getParent();
      if (parent == null) {
        throw new IllegalStateException("no LICENSE above " + module + ": where is the checkout?");
      }
      root = parent;
    }
    return new Checkout(root).walked();
  }

  private Checkout walked() {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
              boolean isMade = folder.endsWith("target");
              boolean isHidden = !folder.equals(root) && name(folder).startsWith(".");
              return isMade || isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(files);
    return this;
  }

  Path root() {
    return root;
  }

  /// The names at the top of the checkout.
  List<String> top() {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.map(Checkout::name).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> withSuffix(String suffix) {
    return files.stream().filter(file -> name(file).endsWith(suffix)).toList();
  }

  List<Path> java() {
    return withSuffix(".java");
  }

  List<Path> mainJava() {
    return java().stream().filter(file -> inside(file).contains("src/main/java/")).toList();
  }

  List<Path> testJava() {
    return java().stream().filter(file -> inside(file).contains("src/test/java/")).toList();
  }

  /// The scripts that users see; those of tests may be as odd as they need to be.
  List<Path> sampleLua() {
    return withSuffix(".lua").stream().filter(file -> inside(file).contains("src/main/")).toList();
  }

  /// The path as seen from the top, with slashes.
  String inside(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
