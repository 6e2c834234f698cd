package netarium.engine.vm.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that hold after any sequence of calls.
final class FileTreeLawsTest {
  private static final FileCaller ROOT = FileCaller.root(0);
  private static final String[] NAMES = {"a", "b", "c", ".", ".."};

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyHistory_keepsTheBooksAndTheLimit(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FileTree files = new FileTree(new FileLimits(6000, 8));
    List<OpenFile> open = new ArrayList<>();
    for (int step = 0; step < 2000; step++) {
      act(files, open, random);
      assertTrue(files.usedOctets() <= 6000, "seed " + seed);
      assertEquals(open.size(), files.openFiles(), "seed " + seed);
    }
    open.forEach(OpenFile::close);
    assertEquals(octetsBelow(files, "/"), files.usedOctets(), "seed " + seed);
    for (String name : List.of("/a", "/b", "/c")) {
      files.removeAll(name, ROOT);
    }
    assertEquals(0, files.usedOctets(), "seed " + seed);
  }

  private static void act(FileTree files, List<OpenFile> open, SplittableRandom random) {
    String path = path(random);
    switch (random.nextInt(9)) {
      case 0 -> files.makeDirectory(path, ROOT);
      case 1 -> files.write(path, new byte[random.nextInt(400)], ROOT);
      case 2 -> files.append(path, new byte[random.nextInt(100)], ROOT);
      case 3 -> files.remove(path, ROOT);
      case 4 -> files.rename(path, path(random), ROOT);
      case 5 -> {
        if (random.nextInt(20) == 0) {
          files.removeAll(path, ROOT);
        }
      }
      case 6 -> {
        String mode = random.nextBoolean() ? "w+" : "a+";
        OpenMode how = OpenMode.parse(mode).orElseThrow();
        if (files.open(path, how, ROOT) instanceof FileResult.Done<OpenFile>(OpenFile file)) {
          open.add(file);
        }
      }
      case 7 -> {
        if (!open.isEmpty()) {
          open.remove(random.nextInt(open.size())).close();
        }
      }
      default -> {
        if (!open.isEmpty()) {
          OpenFile file = open.get(random.nextInt(open.size()));
          file.seek(random.nextInt(300));
          file.write(new byte[random.nextInt(200)], 0);
        }
      }
    }
  }

  private static String path(SplittableRandom random) {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
    }
    return path.toString();
  }

  private static long octetsBelow(FileTree files, String directory) {
    long sum = 0;
    if (files.list(directory, ROOT) instanceof FileResult.Done<List<FileStat>>(var entries)) {
      for (FileStat entry : entries) {
        String path = FilePath.join(directory, entry.name());
        sum += FileLimits.ENTRY_OCTETS + entry.octets();
        sum += entry.isDirectory() ? octetsBelow(files, path) : 0;
      }
    }
    return sum;
  }
}
