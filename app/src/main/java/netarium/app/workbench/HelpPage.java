package netarium.app.workbench;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;

/// The first steps in a few sentences, and the keys worth knowing.
final class HelpPage extends VBox {
  private static final int STEPS = 6;

  /// Commands by what the bundle calls them.
  private static final List<String> COMMANDS =
      List.of(
          "run-pause",
          "step-frame",
          "step-back",
          "reset",
          "save",
          "undo",
          "find-node",
          "fit",
          "palette");

  HelpPage(Texts texts) {
    getStyleClass().add("help-page");
    for (int step = 1; step <= STEPS; step++) {
      Label label = new Label(step + ".  " + texts.text("help.step" + step));
      label.setWrapText(true);
      getChildren().add(label);
    }
    GridPane keys = new GridPane(24, 8);
    for (int row = 0; row < COMMANDS.size(); row++) {
      Label key = new Label(KeyCombination.valueOf(Keys.of(COMMANDS.get(row))).getDisplayText());
      key.getStyleClass().add("key-cap");
      keys.addRow(row, new Label(texts.text("command." + COMMANDS.get(row))), key);
    }
    keys.getStyleClass().add("help-keys");
    getChildren().add(keys);
  }
}
