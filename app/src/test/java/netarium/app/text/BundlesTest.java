package netarium.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every bundle says the same things in each language, and nothing that nobody asks for.
class BundlesTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path DISSECTION =
      Path.of("..", "engine", "src", "main", "java", "netarium", "engine", "analysis");
  private static final Pattern TEXT = Pattern.compile("\"([a-z][A-Za-z0-9._-]*)\"");

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> found = Files.walk(RESOURCES)) {
      return found.filter(each -> each.endsWith("texts.properties")).sorted().toList();
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    return read;
  }

  @Test
  void languages_haveTheSameKeys() throws IOException {
    assertTrue(bundles().size() > 1);
    for (Path bundle : bundles()) {
      Path german = bundle.resolveSibling("texts_de.properties");
      assertEquals(
          new TreeSet<>(read(bundle).keySet()), new TreeSet<>(read(german).keySet()), bundle + "");
    }
  }

  @Test
  void keys_areAskedFor() throws IOException {
    for (Path bundle : bundles()) {
      TreeSet<String> unused = new TreeSet<>(read(bundle).stringPropertyNames());
      Path owner = SOURCES.resolve(RESOURCES.relativize(bundle)).resolveSibling("");
      for (Path sources : askers(owner)) {
        for (String text : texts(sources)) {
          unused.removeIf(key -> isAskedFor(key, text));
        }
      }
      assertEquals(List.of(), List.copyOf(unused), bundle + " has keys nobody asks for");
    }
  }

  /// Whose texts a bundle holds: its package's, and for packets and inspector the phrases of the
  /// engine's dissection, which knows no language.
  private static List<Path> askers(Path owner) {
    boolean speaksOfFrames = owner.endsWith("inspector") || owner.endsWith("packets");
    return speaksOfFrames ? List.of(owner, DISSECTION) : List.of(owner);
  }

  /// Keys that are put together begin with a text in the sources; what follows begins with a dot.
  private static boolean isAskedFor(String key, String text) {
    boolean hasDot = text.endsWith(".");
    return key.equals(text) || key.startsWith(hasDot ? text : text + ".");
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher found = TEXT.matcher(Files.readString(file));
        while (found.find()) {
          texts.add(found.group(1));
        }
      }
    }
    return texts;
  }
}
