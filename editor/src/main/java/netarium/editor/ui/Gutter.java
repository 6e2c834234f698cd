package netarium.editor.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;

/// Line numbers, and left of them one slot a line for marks (breakpoints will want it too).
final class Gutter implements EditorComponent {
  private static final int LEAST_DIGITS = 3;

  private final CodeArea area;
  private final LineMarks marks;
  private final Messages messages;
  private int digits;

  Gutter(CodeArea area, LineMarks marks, Messages messages) {
    this.area = area;
    this.marks = marks;
    this.messages = messages;
  }

  @Override
  public Subscription installInto(LuaEditor editor) {
    refit();
    Subscription changes = editor.onChange(_ -> refit());
    return changes.and(() -> area.setParagraphGraphicFactory(null));
  }

  /// Makes the column as wide as its longest number.
  private void refit() {
    int lines = area.getParagraphs().size();
    int needed = Math.max(LEAST_DIGITS, String.valueOf(lines).length());
    if (needed != digits) {
      digits = needed;
      area.setParagraphGraphicFactory(this::cell);
    }
  }

  private Node cell(int line) {
    List<LineMark> here = marks.of(line);
    StackPane slot = new StackPane();
    slot.getStyleClass().add("slot");
    Text number = new Text(String.format(Locale.ROOT, "%d", line + 1));
    number.getStyleClass().add("line-number");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox cell = new HBox(slot, gap, number);
    // Digits are six tenths of the font's size wide.
    String width = String.format(Locale.ROOT, "%.1fem", 3.4 + digits * 0.6);
    cell.setStyle("-fx-min-width: " + width + "; -fx-pref-width: " + width + ";");
    cell.getStyleClass().add("gutter");
    for (LineMark mark : here) {
      Region sign = new Region();
      sign.getStyleClass().setAll("mark", mark.styleClass());
      slot.getChildren().add(sign);
      if (mark.coversLine()) {
        cell.getStyleClass().add(mark.styleClass());
      }
    }
    marks
        .message(line)
        .ifPresent(message -> {
          Tooltip tooltip = new Tooltip(message);
          tooltip.getStyleClass().add("editor-tooltip");
          Tooltip.install(cell, tooltip);
          cell.setAccessibleText(messages.text("gutter.error", line + 1, message));
        });
    return cell;
  }
}
