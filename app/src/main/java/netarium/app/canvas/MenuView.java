package netarium.app.canvas;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;

/// Shows a [MenuModel] as a menu of the toolkit.
public final class MenuView {
  private static final double WIDTH = 244;

  private final Texts texts;

  public MenuView(Texts texts) {
    this.texts = texts;
  }

  public ContextMenu menu(MenuModel model) {
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add("canvas-menu");
    if (!model.title().isEmpty() || !model.facts().isEmpty()) {
      menu.getItems().add(head(model));
      menu.getItems().add(new SeparatorMenuItem());
    }
    add(model.entries(), menu.getItems());
    return menu;
  }

  private static MenuItem head(MenuModel model) {
    VBox box = new VBox(2);
    box.getStyleClass().add("menu-head");
    Label title = new Label(model.title());
    title.getStyleClass().add("menu-title");
    box.getChildren().add(title);
    if (!model.facts().isEmpty()) {
      Label facts = new Label(model.facts());
      facts.getStyleClass().addAll("menu-facts", "mono");
      box.getChildren().add(facts);
    }
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.getStyleClass().add("menu-head-item");
    item.setDisable(true);
    return item;
  }

  private void add(List<MenuModel.Entry> entries, List<MenuItem> items) {
    for (MenuModel.Entry entry : entries) {
      items.add(
          switch (entry) {
            case MenuModel.Separator _ -> new SeparatorMenuItem();
            case MenuModel.Action action -> action(action);
            case MenuModel.Submenu submenu -> submenu(submenu);
            case MenuModel.Dial dial -> dial(dial);
          });
    }
  }

  private MenuItem action(MenuModel.Action action) {
    String mark = action.weight() == MenuModel.Weight.CHECKED ? "✓" : "";
    String shortcut = action.shortcut();
    String right = shortcut == null ? mark : shortcut;
    CustomMenuItem item =
        new CustomMenuItem(row(texts.text(action.key(), action.subject(), action.fact()), right));
    item.setDisable(!action.isEnabled());
    item.setOnAction(_ -> action.action().run());
    if (action.weight() == MenuModel.Weight.DESTRUCTIVE) {
      item.getStyleClass().add("destructive");
    }
    return item;
  }

  private static Node row(String words, String right) {
    Label text = new Label(words);
    text.getStyleClass().add("menu-text");
    if (right.isEmpty()) {
      return text;
    }
    Label value = new Label(right);
    value.getStyleClass().addAll("menu-shortcut", "mono");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(12, text, grow(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDTH);
    return row;
  }

  private static Region grow() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private Menu submenu(MenuModel.Submenu submenu) {
    Label text = new Label(texts.text(submenu.key()));
    text.getStyleClass().add("menu-text");
    Label value = new Label(submenu.fact());
    value.getStyleClass().addAll("menu-shortcut", "mono");
    HBox row = new HBox(12, text, grow(), value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDTH - 20);
    Menu menu = new Menu("", row);
    menu.setDisable(!submenu.isEnabled());
    add(submenu.entries(), menu.getItems());
    return menu;
  }

  /// The number changes while the slider moves; a change is made when it rests.
  private MenuItem dial(MenuModel.Dial dial) {
    Label title = new Label(texts.text(dial.key()));
    title.getStyleClass().add("menu-title");
    Label value = new Label(dial.text().apply(dial.value()));
    value.getStyleClass().addAll("mono", "dial-value");
    Slider slider = new Slider(dial.least(), dial.most(), dial.value());
    slider.setAccessibleText(texts.text(dial.key()));
    slider
        .valueProperty()
        .subscribe(now -> {
          value.setText(dial.text().apply(now.doubleValue()));
          if (!slider.isValueChanging() && now.doubleValue() != dial.value()) {
            dial.set().accept(now.doubleValue());
          }
        });
    slider
        .valueChangingProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            dial.set().accept(slider.getValue());
          }
        });
    Label note = new Label(texts.text(dial.note()));
    note.getStyleClass().add("menu-facts");
    note.setWrapText(true);
    HBox head = new HBox(title, grow(), value);
    VBox box = new VBox(8, head, slider, note);
    box.setPadding(new Insets(8));
    box.setPrefWidth(WIDTH - 12);
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.getStyleClass().add("dial-item");
    return item;
  }
}
