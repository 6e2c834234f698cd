package netarium.app.workbench;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;

/// The first steps in a few sentences, and the keys worth knowing.
final class HelpPage extends VBox {
  private static final int STEPS = 6;

  /// Commands by what the bundle calls them, with their keys.
  private static final String[][] KEYS = {
    {"run-pause", "F5"},
    {"step-frame", "F10"},
    {"step-back", "Shift+F10"},
    {"reset", "Shortcut+R"},
    {"save", "Shortcut+S"},
    {"undo", "Shortcut+Z"},
    {"find-node", "Shortcut+F"},
    {"fit", "Shortcut+0"},
    {"palette", "Shortcut+Shift+P"},
  };

  HelpPage(Texts texts) {
    getStyleClass().add("help-page");
    for (int step = 1; step <= STEPS; step++) {
      Label label = new Label(step + ".  " + texts.text("help.step" + step));
      label.setWrapText(true);
      getChildren().add(label);
    }
    GridPane keys = new GridPane(24, 8);
    for (int row = 0; row < KEYS.length; row++) {
      Label key = new Label(KeyCombination.valueOf(KEYS[row][1]).getDisplayText());
      key.getStyleClass().add("key-cap");
      keys.addRow(row, new Label(texts.text("command." + KEYS[row][0])), key);
    }
    keys.getStyleClass().add("help-keys");
    getChildren().add(keys);
  }
}
