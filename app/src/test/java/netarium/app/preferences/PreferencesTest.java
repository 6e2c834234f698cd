package netarium.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people set once.
class PreferencesTest {
  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void prepare() {
    file = temp.resolve("config/preferences.json");
  }

  @Test
  void changed_isToldAndThereAfterARestart() {
    Preferences preferences = new Preferences(file);
    int[] told = {0};
    preferences.listen(() -> told[0]++);
    preferences.change(it -> it.withLook(Settings.Look.DARK).withLanguage("de"));
    preferences.change(it -> it.withSizes(15, 150).withAutosave(2).withSpeed("MAX"));
    preferences.change(it -> it.withQuestions(false));
    preferences.change(it -> it);
    assertEquals(3, told[0]);
    assertEquals(preferences.settings(), new Preferences(file).settings());
    assertEquals(Locale.GERMAN, preferences.settings().locale(Locale.ENGLISH));
  }

  @Test
  void brokenFile_isAsAtFirst() throws IOException {
    for (String text : List.of("", "{", "[1]", "{\"look\": 7, \"fontPixels\": \"x\"}")) {
      Files.createDirectories(temp.resolve("config"));
      Files.writeString(file, text);
      assertEquals(Settings.DEFAULT, new Preferences(file).settings());
    }
  }

  @Test
  void valuesOutOfBounds_areBroughtWithin() throws IOException {
    Files.createDirectories(temp.resolve("config"));
    Files.writeString(
        file,
        """
        {"fontPixels": 4000, "scalePercent": -3, "autosaveSeconds": 600, "language": "xx",
         "look": "DARK", "of a later version": [1, 2]}
        """);
    Preferences preferences = new Preferences(file);
    Settings read = preferences.settings();
    assertEquals(
        List.of(40, 100, 4),
        List.of(read.fontPixels(), read.scalePercent(), read.autosaveSeconds()));
    assertEquals("", read.language());
    assertEquals(Settings.Look.DARK, read.look());
    preferences.change(it -> it.withLanguage("en"));
    assertTrue(Files.readString(file).contains("of a later version"));
  }

  @Test
  void chosenLook_isShownAtOnce() {
    List<Theme> shown = new ArrayList<>();
    Toolkit.on(() -> {
      Preferences preferences = new Preferences(file);
      preferences.change(it -> it.withLook(Settings.Look.DARK));
      try (Looks looks = new Looks(preferences, shown::add)) {
        preferences.change(it -> it.withAutosave(1));
        looks.flip();
        looks.flip();
      }
      preferences.change(it -> it.withLook(Settings.Look.LIGHT));
      return true;
    });
    assertEquals(List.of(Theme.DARK, Theme.LIGHT, Theme.DARK), shown);
  }

  @Test
  void view_changesAndFollows() {
    Toolkit.on(() -> {
      Preferences preferences = new Preferences(file);
      PreferencesView view =
          new PreferencesView(preferences, List.of("FOLLOW", "MAX"), it -> it, Locale.ENGLISH);
      CheckBox first = (CheckBox) view.node().lookup(".check-box");
      assertTrue(first.isSelected());
      first.fire();
      assertFalse(preferences.settings().asksBeforeClosing());
      preferences.change(it -> it.withQuestions(true));
      assertTrue(first.isSelected());
      view.dispose();
      return true;
    });
  }
}
