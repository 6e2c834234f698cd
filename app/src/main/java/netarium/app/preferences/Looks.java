package netarium.app.preferences;

import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.util.Subscription;
import netarium.app.theme.Theme;

/// The theme to show: the one that is chosen, or whatever the system has, while that changes.
public final class Looks implements AutoCloseable {
  private final Preferences preferences;
  private final Consumer<Theme> show;
  private final Runnable unlisten;
  private final Subscription system;
  private Theme shown;

  /// Calls `show` at once, and again whenever it is another theme. On the FX thread.
  public Looks(Preferences preferences, Consumer<Theme> show) {
    this.preferences = preferences;
    this.show = show;
    shown = theme();
    show.accept(shown);
    unlisten = preferences.listen(this::changed);
    system = Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> changed());
  }

  private void changed() {
    Theme now = theme();
    if (now != shown) {
      shown = now;
      show.accept(now);
    }
  }

  public Theme theme() {
    return switch (preferences.settings().look()) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
      case SYSTEM ->
          Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    };
  }

  /// Goes to the other theme and stays there, whatever the system does.
  public void flip() {
    Settings.Look other = theme() == Theme.DARK ? Settings.Look.LIGHT : Settings.Look.DARK;
    preferences.change(it -> it.withLook(other));
  }

  @Override
  public void close() {
    unlisten.run();
    system.unsubscribe();
  }
}
