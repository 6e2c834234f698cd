package netarium.app.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import netarium.app.text.Texts;

/// What can be done with a cell and the chosen rows.
final class PacketsMenu {
  private final PacketsModel model;
  private final Texts texts;
  private IntConsumer follow = _ -> {};

  /// `follow`: shows what is said in the stream with a number.
  void onFollow(IntConsumer action) {
    follow = action;
  }

  PacketsMenu(PacketsModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  /// For the cell of a column in the row at a place; `chosen` are the places of all chosen rows.
  ContextMenu of(Column column, int index, List<Integer> chosen) {
    ContextMenu menu = new ContextMenu();
    Optional<String> filter = column.filter(model, index);
    filter.ifPresent(text -> {
      Menu apply = new Menu(texts.text("menu.apply"));
      apply.getItems().addAll(applying(text));
      menu.getItems().add(apply);
    });
    Column.conversation(model, index)
        .ifPresent(
            text -> menu.getItems().add(item("menu.conversation", () -> model.filter(text))));
    int stream = model.frames().place(model.tableRow(index)).stream();
    if (stream >= 0) {
      menu.getItems().add(item("menu.follow", () -> follow.accept(stream)));
    }
    if (model.isFiltered()) {
      menu.getItems().add(item("menu.clear", () -> model.filter("")));
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("menu.copy.rows", () -> copy(rowsText(chosen))),
            item("menu.copy.cell", () -> copy(column.text(model.row(index)))));
    return menu;
  }

  private List<MenuItem> applying(String text) {
    String old = model.problem().isPresent() ? "" : model.filterText();
    List<MenuItem> items = new ArrayList<>();
    items.add(plain(text, text));
    items.add(plain("!(" + text + ")", "!(" + text + ")"));
    if (!old.isBlank()) {
      items.add(plain("… && " + text, Column.joined(old, "&&", text)));
      items.add(plain("… || " + text, Column.joined(old, "||", text)));
      items.add(plain("… && !(" + text + ")", Column.joined(old, "&&", "!(" + text + ")")));
    }
    return items;
  }

  private MenuItem plain(String label, String filter) {
    MenuItem item = new MenuItem(label);
    item.setMnemonicParsing(false);
    item.getStyleClass().add("mono");
    item.setOnAction(_ -> model.filter(filter));
    return item;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// The rows with tabs between their cells, as spreadsheets take them.
  String rowsText(List<Integer> chosen) {
    StringBuilder text = new StringBuilder();
    for (int index : chosen) {
      PacketRow row = model.row(index);
      List<String> cells = new ArrayList<>();
      for (Column column : Column.values()) {
        if (column != Column.WHERE) {
          cells.add(column.text(row));
        }
      }
      text.append(String.join("\t", cells)).append('\n');
    }
    return text.toString();
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
