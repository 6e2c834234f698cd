package netarium.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import netarium.app.edit.EditHistory;
import netarium.app.edit.EditWords;
import netarium.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row at the top: menu, project, undo and redo; the run in the middle; commands by name, theme
/// and help at the right.
final class ToolBarRow extends StackPane {
  private static final double HEIGHT = 48;

  private final Texts texts;
  private final Label name = new Label();
  private final Label saved = new Label();
  private final Button undo;
  private final Button redo;
  private final Button theme;

  ToolBarRow(Texts texts, Commands commands, MenuButton menu, Node transport) {
    this.texts = texts;
    undo = button(commands.command("undo"), "mdi2u-undo");
    redo = button(commands.command("redo"), "mdi2r-redo");
    theme = button(commands.command("theme"), "mdi2w-weather-night");
    Button help = button(commands.command("help"), "mdi2h-help-circle-outline");
    Button home = button(commands.command("welcome"), "mdi2h-hexagon-multiple-outline");
    home.getStyleClass().add("brand");
    name.getStyleClass().add("project-name");
    saved.getStyleClass().add("project-saved");
    name.setMinWidth(0);
    HBox left = new HBox(menu, home, name, saved, undo, redo);
    left.getStyleClass().add("toolbar-part");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox right = new HBox(field(commands.command("palette")), theme, help);
    right.getStyleClass().add("toolbar-part");
    HBox ends = new HBox(left, space, right);
    ends.setPickOnBounds(false);
    HBox middle = new HBox(transport);
    middle.setAlignment(Pos.CENTER);
    middle.setPickOnBounds(false);
    getStyleClass().add("app-toolbar");
    setMinHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().addAll(ends, middle);
    left.setAlignment(Pos.CENTER_LEFT);
    right.setAlignment(Pos.CENTER_RIGHT);
  }

  static Button button(Command command, String icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "tool-button");
    button.setAccessibleText(command.title());
    button.setTooltip(new Tooltip(hint(command)));
    button.setOnAction(_ -> command.run());
    return button;
  }

  private static String hint(Command command) {
    String keys = command.keyText();
    return keys.isEmpty() ? command.title() : command.title() + "  " + keys;
  }

  private Button field(Command palette) {
    Label keys = new Label(palette.keyText());
    keys.getStyleClass().add("key-cap");
    keys.setMinWidth(USE_PREF_SIZE);
    Label words = new Label(texts.text("toolbar.search"), new FontIcon("mdi2m-magnify"));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox inside = new HBox(words, keys);
    inside.setAlignment(Pos.CENTER_LEFT);
    Button field = new Button(null, inside);
    field.getStyleClass().add("command-field");
    field.setAccessibleText(palette.title());
    field.setOnAction(_ -> palette.run());
    return field;
  }

  /// The open project, and whether it has changes that are not on disk.
  void project(String called, boolean isModified) {
    name.setText(called);
    saved.setText(texts.text(isModified ? "toolbar.unsaved" : "toolbar.saved"));
  }

  /// What undo and redo would do now.
  void history(EditHistory history, EditWords words) {
    undo.setDisable(!history.canUndo());
    redo.setDisable(!history.canRedo());
    undo.getTooltip().setText(words.undo(history));
    redo.getTooltip().setText(words.redo(history));
  }

  void dark(boolean isDark) {
    theme.setGraphic(new FontIcon(isDark ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night"));
  }
}
