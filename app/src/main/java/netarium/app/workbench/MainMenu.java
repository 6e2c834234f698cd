package netarium.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import netarium.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu behind the three lines: every command, by what it is about.
final class MainMenu {
  private static final List<List<String>> GROUPS =
      List.of(
          List.of(
              "file",
              "new",
              "open",
              "-",
              "save",
              "save-as",
              "-",
              "export-bundle",
              "export-png",
              "export-svg",
              "export-capture",
              "export-recording",
              "-",
              "welcome",
              "close"),
          List.of(
              "edit",
              "undo",
              "redo",
              "-",
              "cut",
              "copy",
              "paste",
              "duplicate",
              "delete",
              "select-all",
              "-",
              "find-node",
              "new-script"),
          List.of(
              "run", "run-pause", "step-frame", "step-back", "step-event", "live-edge", "reset"),
          List.of(
              "view",
              "fit",
              "zoom-in",
              "zoom-out",
              "layout",
              "legend",
              "minimap",
              "-",
              "lesson",
              "show-project",
              "show-inspector",
              "fold-tools",
              "full-tools",
              "-",
              "theme",
              "preferences"),
          List.of("help-menu", "palette", "help"));

  private MainMenu() {}

  static MenuButton of(Commands commands, Texts texts) {
    MenuButton button = new MenuButton(null, new FontIcon("mdi2m-menu"));
    button.getStyleClass().addAll("flat", "tool-button", "main-menu");
    button.setAccessibleText(texts.text("menu"));
    List<Runnable> updates = new ArrayList<>();
    for (List<String> group : GROUPS) {
      Menu menu = new Menu(texts.text("menu." + group.getFirst()));
      for (String id : group.subList(1, group.size())) {
        menu.getItems().add(id.equals("-") ? new SeparatorMenuItem() : item(commands, id, updates));
      }
      button.getItems().add(menu);
    }
    button.setOnShowing(_ -> updates.forEach(Runnable::run));
    return button;
  }

  /// The scene owns the shortcut; the menu only tells it. An item with an accelerator of its own
  /// would take the key from whoever has the focus.
  private static MenuItem item(Commands commands, String id, List<Runnable> updates) {
    Command command = commands.command(id);
    Label title = new Label(command.title());
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label keys = new Label(command.keyText());
    keys.getStyleClass().add("menu-keys");
    HBox row = new HBox(title, keys);
    row.getStyleClass().add("menu-row");
    CustomMenuItem item = new CustomMenuItem(row);
    item.setOnAction(_ -> command.run());
    updates.add(() -> item.setDisable(!command.isEnabled()));
    return item;
  }
}
