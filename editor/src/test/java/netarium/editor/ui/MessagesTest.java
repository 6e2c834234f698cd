package netarium.editor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/netarium/editor/ui");

  @Test
  void languages_haveTheSameKeys() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertFalse(german.getProperty(key).isBlank(), key);
      assertEquals(holes(english.getProperty(key)), holes(german.getProperty(key)), key);
    }
  }

  @Test
  void everyKey_isUsed_andEveryUsedKeyIsThere() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
    }
    TreeSet<String> used = new TreeSet<>(all("\"([a-z]+\\.[a-z][A-Za-z]*)\"", code.toString()));
    used.removeIf(name -> name.endsWith(".css"));
    assertEquals(new TreeSet<>(bundle("messages.properties").stringPropertyNames()), used);
  }

  @Test
  void text_followsTheLocale_andFallsBackToEnglish() {
    assertEquals("2 von 3", new Messages(Locale.GERMANY).text("find.count", 2, 3));
    assertEquals("2 of 3", new Messages(Locale.JAPAN).text("find.count", 2, 3));
    assertTrue(new Messages(Locale.GERMAN).text("find.word").startsWith("Ganze Wörter"));
  }

  @Test
  void colours_haveTheSameNamesInBothThemes_andAreUsedByName() throws IOException {
    String light = Files.readString(RESOURCES.resolve("editor-light.css"));
    String dark = Files.readString(RESOURCES.resolve("editor-dark.css"));
    String rules = Files.readString(RESOURCES.resolve("editor.css"));
    List<String> names = all("(-(?:color|editor|lua)-[a-z-]+):", light);
    assertEquals(names, all("(-(?:color|editor|lua)-[a-z-]+):", dark));
    assertEquals(
        List.of(),
        all("(-(?:color|editor|lua)-[a-z-]+)", rules).stream()
            .filter(name -> !names.contains(name))
            .toList());
    assertEquals(List.of(), all("(#[0-9a-fA-F]{3,8}\\b)", rules), "colours without a name");
  }

  private static List<String> holes(String pattern) {
    return all("(\\{\\d)", pattern).stream().sorted().toList();
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }
}
