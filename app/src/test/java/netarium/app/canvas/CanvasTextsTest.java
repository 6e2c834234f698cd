package netarium.app.canvas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word of the canvas is there in each language, and is said somewhere.
class CanvasTextsTest {
  private static final List<String> PACKAGES =
      List.of("canvas", "canvas/scene", "canvas/paint", "palette", "edit");

  private static final Path APP = Path.of(System.getProperty("basedir", "")).resolve("src/main");

  @Test
  void languages_sayTheSame() throws IOException {
    for (String each : PACKAGES) {
      assertEquals(keys(each, "texts"), keys(each, "texts_de"), each);
    }
  }

  @Test
  void everyKey_isUsed() throws IOException {
    for (String each : PACKAGES) {
      String sources = sources(APP.resolve("java/netarium/app").resolve(each));
      for (String key : keys(each, "texts")) {
        assertTrue(sources.contains('"' + key + '"'), each + ": " + key);
      }
    }
  }

  private static Set<String> keys(String folder, String bundle) throws IOException {
    Path file =
        APP.resolve("resources/netarium/app").resolve(folder).resolve(bundle + ".properties");
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file, UTF_8)));
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static String sources(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file, UTF_8));
      }
    }
    return all.toString();
  }
}
