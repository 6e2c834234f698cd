package netarium.app.packets;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// How the columns share the width of the table, whenever that changes: what a frame says gets all
/// that the others leave, and where that is little, the widest of the others give way first.
final class ColumnWidths {
  private static final double SCROLL_BAR = 14;

  /// What the summary of a frame needs to be of use.
  private static final double GOOD_INFO = 260;

  private ColumnWidths() {}

  static void share(TableView<?> table) {
    double room =
        table.getWidth() - SCROLL_BAR - table.snappedLeftInset() - table.snappedRightInset();
    if (room <= 0) {
      return;
    }
    double wanted = 0;
    double yielding = 0;
    for (Column each : Column.values()) {
      if (each != Column.INFO) {
        wanted += each.width();
        yielding += each.width() - each.minWidth();
      }
    }
    double missing = Math.clamp(GOOD_INFO - (room - wanted), 0, yielding);
    for (TableColumn<?, ?> each : table.getColumns()) {
      if (each.getUserData() instanceof Column column) {
        double less = missing * (column.width() - column.minWidth()) / yielding;
        each.setPrefWidth(
            column == Column.INFO
                ? Math.max(column.minWidth(), Math.floor(room - wanted + missing))
                : Math.floor(column.width() - less));
      }
    }
  }
}
