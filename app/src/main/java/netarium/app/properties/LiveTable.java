package netarium.app.properties;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// A small table that says of which instant it is, as high as its rows.
final class LiveTable extends TitledPane {
  private static final double ROW = 24;
  private static final double HEAD = 27;
  private static final int MOST_ROWS = 10;

  private final TableView<List<String>> table = new TableView<>();
  private final Label instant = new Label();
  private final Label empty;
  private final VBox below = new VBox();
  private List<List<String>> rows = List.of();

  /// Columns are keys of the bundle; their widths are parts of the whole.
  LiveTable(String title, List<String> columns, List<Double> widths, Texts texts) {
    Label name = new Label(texts.text(title));
    name.getStyleClass().add("live-title");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    instant.getStyleClass().addAll("mono", "live-instant");
    instant.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(name, instant);
    head.getStyleClass().add("live-head");
    head.prefWidthProperty().bind(widthProperty().subtract(44));
    setGraphic(head);
    empty = new Label(texts.text(title + ".none"));
    empty.getStyleClass().add("live-empty");
    empty.setWrapText(true);
    for (int i = 0; i < columns.size(); i++) {
      table.getColumns().add(column(texts.text(columns.get(i)), i, widths.get(i)));
    }
    table.setFixedCellSize(ROW);
    table.setAccessibleText(texts.text(title));
    table.getStyleClass().add("live-table");
    setContent(new BorderPane(table, null, null, below, null));
    setAnimated(false);
    getStyleClass().add("live-pane");
    show(List.of(), "");
  }

  private TableColumn<List<String>, String> column(String title, int index, double width) {
    TableColumn<List<String>, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
    column.setCellFactory(_ -> new Cell());
    column.setSortable(false);
    column.setReorderable(false);
    column.prefWidthProperty().bind(table.widthProperty().subtract(4).multiply(width));
    return column;
  }

  private static final class Cell extends TableCell<List<String>, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      setText(isEmpty ? null : text);
      boolean isLong = text != null && text.length() > 12;
      setTooltip(isLong && !isEmpty ? new Tooltip(text) : null);
    }
  }

  /// `at` is what stands right of the title.
  void show(List<List<String>> newRows, String at) {
    instant.setText(at);
    if (newRows.equals(rows) && getContent() != null && !rows.isEmpty()) {
      return;
    }
    int selected = table.getSelectionModel().getSelectedIndex();
    rows = List.copyOf(newRows);
    table.getItems().setAll(rows);
    if (selected >= 0 && selected < rows.size()) {
      table.getSelectionModel().select(selected);
    }
    boolean isEmpty = rows.isEmpty();
    table.setVisible(!isEmpty);
    table.setManaged(!isEmpty);
    double height = HEAD + ROW * Math.min(MOST_ROWS, rows.size()) + 2;
    table.setPrefHeight(height);
    table.setMinHeight(height);
    if (isEmpty) {
      below.getChildren().setAll(empty);
    } else {
      below.getChildren().remove(empty);
    }
  }

  /// What belongs to the selected row, below the table.
  VBox below() {
    return below;
  }

  int selected() {
    return table.getSelectionModel().getSelectedIndex();
  }

  void whenSelected(Runnable action) {
    table.getSelectionModel().selectedIndexProperty().subscribe(_ -> action.run());
  }
}
