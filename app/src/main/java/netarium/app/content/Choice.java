package netarium.app.content;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/// A button for each of a few values, of which one is pressed. A press on that one changes nothing.
public final class Choice<T> {
  private final List<T> values;
  private final List<ToggleButton> buttons;

  public Choice(List<T> values, Function<T, String> text, Consumer<T> chosen) {
    this.values = values;
    ToggleGroup group = new ToggleGroup();
    buttons = values.stream().map(value -> button(text.apply(value), value, chosen)).toList();
    buttons.forEach(button -> button.setToggleGroup(group));
  }

  private static <T> ToggleButton button(String text, T value, Consumer<T> chosen) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().add("chip-toggle");
    button.setUserData(value);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      chosen.accept(value);
    });
    return button;
  }

  public List<ToggleButton> buttons() {
    return buttons;
  }

  /// Presses the button of a value.
  public void show(T value) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(values.get(i).equals(value));
    }
  }

  /// Which values there are to choose from now.
  public void offer(Predicate<T> isThere) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setDisable(!isThere.test(values.get(i)));
    }
  }
}
