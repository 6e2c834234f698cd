package netarium.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of projects that were open last.
class RecentProjectsTest {
  @TempDir Path temp;

  private RecentProjects list() {
    return new RecentProjects(
        temp.resolve("c/r.json"), () -> Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static List<String> names(RecentProjects recent) {
    return recent.entries().stream().map(RecentProjects.Entry::name).toList();
  }

  @Test
  void opened_isFirstAndThereAfterARestart() {
    RecentProjects recent = list();
    recent.opened(temp.resolve("a"), "A");
    recent.opened(temp.resolve("b"), "B");
    recent.opened(temp.resolve("a"), "A2");
    assertEquals(List.of("A2", "B"), names(list()));
    assertEquals(recent.entries(), list().entries());
    recent.forget(temp.resolve("a"));
    assertEquals(List.of("B"), names(list()));
    recent.clear();
    assertEquals(List.of(), names(list()));
  }

  @Test
  void brokenFile_isAnEmptyList() throws IOException {
    for (String text : List.of("", "{", "[]", "{\"recent\": 3}", "{\"recent\": [1, {}]}")) {
      Files.createDirectories(temp.resolve("c"));
      Files.writeString(temp.resolve("c/r.json"), text);
      assertEquals(List.of(), names(list()));
    }
  }

  @Test
  void list_keepsTheNewestTwelve() {
    RecentProjects recent = list();
    for (int i = 0; i < 20; i++) {
      recent.opened(temp.resolve("p" + i), "P" + i);
    }
    assertEquals(12, list().entries().size());
    assertEquals("P19", list().entries().getFirst().name());
  }

  @Test
  void folders_followTheSpecification() {
    Path home = temp.resolve("home");
    UserFolders plain = UserFolders.of(Map.of("XDG_CONFIG_HOME", "not/absolute"), home);
    assertEquals(home.resolve(".config/netarium"), plain.config());
    assertEquals(home.resolve(".local/state/netarium/recovery"), plain.recovery());
    String other = temp.resolve("s").toString();
    assertEquals(
        temp.resolve("s/netarium"), UserFolders.of(Map.of("XDG_STATE_HOME", other), home).state());
  }
}
