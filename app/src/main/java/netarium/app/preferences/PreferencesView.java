package netarium.app.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// Preferences in groups. Everything counts at once; there is nothing to confirm.
public final class PreferencesView {
  private static final double LABELS = 128;

  private final Preferences preferences;
  private final Texts texts;
  private final VBox root = new VBox();
  private final List<Runnable> refreshers = new ArrayList<>();
  private final Runnable unlisten;
  private boolean isRefreshing;

  /// `speeds` are the names that a run's beginning speed can have, and `speedText` is what people
  /// call them.
  public PreferencesView(
      Preferences preferences,
      List<String> speeds,
      Function<String, String> speedText,
      Locale locale) {
    this.preferences = preferences;
    texts = new Texts(PreferencesView.class, locale);
    root.getStyleClass().add("preferences");
    group("group.look", row("look", looks()), row("language", languages(locale)));
    group("group.size", row("scale", scales()), row("font", font()));
    group("group.run", row("speed", speeds(speeds, speedText)));
    group("group.safety", row("autosave", autosave()), row("closing", closing()));
    unlisten = preferences.listen(this::refresh);
    refresh();
  }

  public Region node() {
    return root;
  }

  public void dispose() {
    unlisten.run();
  }

  private void refresh() {
    isRefreshing = true;
    refreshers.forEach(Runnable::run);
    isRefreshing = false;
  }

  private record Row(Node label, Node input, Node about) {}

  private Row row(String key, Node input) {
    Label label = new Label(texts.text(key));
    label.setLabelFor(input);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label about = new Label(texts.text("about." + key));
    about.getStyleClass().add("preference-about");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    input.setAccessibleText(texts.text(key));
    return new Row(label, input, about);
  }

  private void group(String key, Row... rows) {
    Label title = new Label(texts.text(key));
    title.getStyleClass().add("preference-group");
    GridPane grid = new GridPane();
    grid.getColumnConstraints().setAll(new ColumnConstraints(LABELS), new ColumnConstraints());
    grid.getStyleClass().add("preference-grid");
    int line = 0;
    for (Row row : rows) {
      grid.add(row.label, 0, line);
      grid.add(row.input, 1, line);
      grid.add(row.about, 1, line + 1);
      line += 2;
    }
    root.getChildren().addAll(title, grid);
  }

  private Node looks() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.setAlignment(Pos.CENTER_LEFT);
    Settings.Look[] looks = Settings.Look.values();
    for (int i = 0; i < looks.length; i++) {
      Settings.Look look = looks[i];
      ToggleButton button =
          new ToggleButton(texts.text("look." + look.name().toLowerCase(Locale.ROOT)));
      button.getStyleClass().add(i == 0 ? "left-pill" : i == 2 ? "right-pill" : "center-pill");
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        preferences.change(it -> it.withLook(look));
      });
      refreshers.add(() -> button.setSelected(preferences.settings().look() == look));
      box.getChildren().add(button);
    }
    return box;
  }

  private Node languages(Locale shown) {
    return choice(
        Settings.LANGUAGES,
        code ->
            code.isEmpty()
                ? texts.text("language.system")
                : Locale.of(code).getDisplayLanguage(Locale.of(code)),
        () -> preferences.settings().language(),
        code -> preferences.change(it -> it.withLanguage(code)),
        shown);
  }

  private Node scales() {
    return choice(
        Settings.SCALES,
        percent -> percent + " %",
        () -> preferences.settings().scalePercent(),
        percent -> preferences.change(it -> it.withSizes(it.fontPixels(), percent)),
        texts.locale());
  }

  private Node speeds(List<String> speeds, Function<String, String> speedText) {
    return choice(
        speeds,
        speedText,
        () -> preferences.settings().speed(),
        speed -> preferences.change(it -> it.withSpeed(speed)),
        texts.locale());
  }

  private <T> ComboBox<T> choice(
      List<T> values,
      Function<T, String> words,
      Supplier<T> now,
      Consumer<T> chosen,
      Locale locale) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            String text = value == null ? "" : words.apply(value);
            return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
          }

          @Override
          public T fromString(String text) {
            throw new IllegalStateException("invariant broken: nothing is typed into a choice");
          }
        });
    box.setOnAction(_ -> {
      if (!isRefreshing && box.getValue() != null) {
        chosen.accept(box.getValue());
      }
    });
    refreshers.add(() -> box.setValue(now.get()));
    return box;
  }

  private Node font() {
    return number(
        Settings.LEAST_FONT,
        Settings.MOST_FONT,
        () -> preferences.settings().fontPixels(),
        pixels -> preferences.change(it -> it.withSizes(pixels, it.scalePercent())));
  }

  private Node autosave() {
    return number(
        1,
        Settings.MOST_AUTOSAVE,
        () -> preferences.settings().autosaveSeconds(),
        seconds -> preferences.change(it -> it.withAutosave(seconds)));
  }

  private Node number(int least, int most, IntSupplier now, Consumer<Integer> chosen) {
    Spinner<Integer> spinner = new Spinner<>(least, most, now.getAsInt());
    spinner.setPrefWidth(96);
    spinner
        .valueProperty()
        .subscribe(value -> {
          if (!isRefreshing && value != null) {
            chosen.accept(value);
          }
        });
    refreshers.add(() -> spinner.getValueFactory().setValue(now.getAsInt()));
    return spinner;
  }

  private Node closing() {
    return flag(
        "closing.yes",
        () -> preferences.settings().asksBeforeClosing(),
        asks -> preferences.change(it -> it.withQuestions(asks)));
  }

  private CheckBox flag(String key, BooleanSupplier now, Consumer<Boolean> chosen) {
    CheckBox box = new CheckBox(texts.text(key));
    box.setOnAction(_ -> chosen.accept(box.isSelected()));
    refreshers.add(() -> box.setSelected(now.getAsBoolean()));
    return box;
  }
}
