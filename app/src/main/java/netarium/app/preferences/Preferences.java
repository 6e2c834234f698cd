package netarium.app.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import netarium.app.project.StoredFile;
import netarium.app.session.Listeners;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// The preferences of this user. What is changed is told to those who listen and written at once;
/// keys of the file that this version does not know stay in it.
public final class Preferences {
  private final Listeners listeners = new Listeners();
  private final StoredFile file;
  private static final String LAYOUT = "layout";
  private static final double PER_UNIT = 1_000;

  private final Map<String, JsonValue> members = new LinkedHashMap<>();
  private Settings settings;

  /// Reads the file; what it does not say, or says wrongly, is as it is at first.
  public Preferences(Path file) {
    this.file = new StoredFile(file);
    Optional<JsonTree.Members> read = this.file.read();
    read.ifPresent(
        root -> root.members().forEach((key, member) -> members.put(key, member.value().plain())));
    settings = read.map(Preferences::settings).orElse(Settings.DEFAULT);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  public Settings settings() {
    return settings;
  }

  /// Changes something, such as `preferences.change(it -> it.withLanguage("de"))`.
  public void change(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings);
    if (!changed.equals(settings)) {
      settings = changed;
      write();
      listeners.tell();
    }
  }

  /// How large the parts of the window were at last; empty if nobody has seen it yet.
  public double[] layout() {
    return members.get(LAYOUT) instanceof JsonValue.Items(List<JsonValue> sizes)
        ? sizes.stream().mapToDouble(Preferences::size).toArray()
        : new double[0];
  }

  private static double size(JsonValue value) {
    try {
      return value instanceof JsonValue.Numeral(String literal) ? Double.parseDouble(literal) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// Remembers how large the parts of the window are. No setting: nobody is told.
  public void layout(double... sizes) {
    List<JsonValue> rounded = new ArrayList<>();
    for (double size : sizes) {
      rounded.add(JsonValue.of(Math.rint(size * PER_UNIT) / PER_UNIT));
    }
    JsonValue layout = new JsonValue.Items(rounded);
    if (!layout.equals(members.put(LAYOUT, layout))) {
      write();
    }
  }

  private void write() {
    members.put("look", JsonValue.of(settings.look().name().toLowerCase(Locale.ROOT)));
    members.put("language", JsonValue.of(settings.language()));
    members.put("fontPixels", JsonValue.of(settings.fontPixels()));
    members.put("scalePercent", JsonValue.of(settings.scalePercent()));
    members.put("autosaveSeconds", JsonValue.of(settings.autosaveSeconds()));
    members.put("speed", JsonValue.of(settings.speed()));
    members.put("asksBeforeClosing", JsonValue.of(settings.asksBeforeClosing()));
    file.write(members);
  }

  private static Settings settings(JsonTree.Members root) {
    Settings usual = Settings.DEFAULT;
    return new Settings(
        look(root.value("look")),
        text(root.value("language"), usual.language()),
        whole(root.value("fontPixels"), usual.fontPixels()),
        whole(root.value("scalePercent"), usual.scalePercent()),
        whole(root.value("autosaveSeconds"), usual.autosaveSeconds()),
        text(root.value("speed"), usual.speed()),
        flag(root.value("asksBeforeClosing"), usual.asksBeforeClosing()));
  }

  private static Settings.Look look(@Nullable JsonTree value) {
    for (Settings.Look each : Settings.Look.values()) {
      if (each.name().equalsIgnoreCase(text(value, ""))) {
        return each;
      }
    }
    return Settings.DEFAULT.look();
  }

  private static String text(@Nullable JsonTree value, String otherwise) {
    return value instanceof JsonTree.Text text ? text.value() : otherwise;
  }

  private static int whole(@Nullable JsonTree value, int otherwise) {
    try {
      return value instanceof JsonTree.Numeral number
          ? Integer.parseInt(number.literal())
          : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static boolean flag(@Nullable JsonTree value, boolean otherwise) {
    return value instanceof JsonTree.Bool bool ? bool.value() : otherwise;
  }
}
