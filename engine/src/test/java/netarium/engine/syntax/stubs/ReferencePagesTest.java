package netarium.engine.syntax.stubs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The committed reference is what the stubs give. After a change of a stub run this test with
/// `-Dreference.update=true`, which writes the pages anew.
class ReferencePagesTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");

  @Test
  void committedReference_isWhatTheStubsGive() throws IOException {
    Map<String, String> pages = ReferencePages.of(BundledStubs.read());
    if (Boolean.getBoolean("reference.update")) {
      write(pages);
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = FOLDER.resolve(page.getKey());
      String committed = Files.exists(file) ? Files.readString(file, UTF_8) : "";
      boolean isSame = committed.equals(page.getValue());
      assertTrue(isSame, file + " is stale: run this test with -Dreference.update=true");
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new TreeSet<>(pages.keySet()),
          files
              .map(each -> each.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)),
          "pages of stubs that are no more");
    }
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue(), UTF_8);
    }
  }

  @Test
  void linksOfTheIndex_leadToHeadings() {
    Map<String, String> pages = ReferencePages.of(BundledStubs.read());
    Matcher link =
        Pattern.compile("\\]\\(([\\w-]+\\.md)#(\\w+)\\)").matcher(pages.get("README.md"));
    Map<String, List<String>> anchors = new LinkedHashMap<>();
    pages.forEach((name, text) ->
        anchors.put(
            name,
            text.lines()
                .filter(line -> line.startsWith("##"))
                .map(line -> line.replaceAll("[^\\w]", "").toLowerCase(Locale.ROOT))
                .toList()));
    int links = 0;
    for (; link.find(); links++) {
      assertTrue(
          anchors.getOrDefault(link.group(1), List.of()).contains(link.group(2)), link.group());
    }
    assertTrue(links > 200, links + " links");
  }

  @Test
  void functionOfAStub_becomesAPartOfItsPage() {
    String stub =
        """
        ---@meta

        ---# Waiting
        ---
        ---About time.

        ---Puts the task aside.
        ---@async
        ---@param seconds number How long.
        ---@return boolean done
        function sleep(seconds) end
        """;
    StubReading reading = StubReader.read("time.lua", stub.getBytes(UTF_8));
    assertEquals(List.of(), reading.problems());
    assertEquals(
        """
        <!-- Made from time.lua. Change that, then see CONTRIBUTING.md. -->
        # Waiting

        About time.

        ### sleep

        ```lua
        sleep(seconds)  --> done
        ```

        ⏳ *May wait.*

        Puts the task aside.

        Parameters:

        - `seconds` (`number`): How long.

        Results:

        - `done` (`boolean`)
        """,
        ReferencePages.of(Stubs.of(List.of(reading.library()))).get("time.md"));
  }
}
