package netarium.app.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import netarium.app.ToolPicture;

/// Pictures of the preferences. Run by hand, and looked at.
final class PreferencePictures {
  private PreferencePictures() {}

  static void main() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      ToolPicture.write(
          "preferences-" + locale.getLanguage(),
          560,
          640,
          List.of(PreferencesView.class),
          _ ->
              (Parent)
                  new PreferencesView(
                          new Preferences(Path.of("target", "none.json")),
                          List.of("FOLLOW", "REAL", "MAX"),
                          it -> it.toLowerCase(Locale.ROOT),
                          locale)
                      .node());
    }
    Platform.exit();
  }
}
