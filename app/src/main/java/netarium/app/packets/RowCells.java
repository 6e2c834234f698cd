package netarium.app.packets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import netarium.app.session.Playhead;
import netarium.app.text.Texts;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.Phrase;

/// Makes the cells of the list. A table makes about as many as it shows rows and moves them over
/// the data, so each is told which row it stands for, and all are told when the playhead moves.
final class RowCells {
  private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");
  private static final PseudoClass NOTED = PseudoClass.getPseudoClass("noted");
  private static final int KEPT_ROWS = 256;

  private final PacketsModel model;
  private final Playhead playhead;
  private final Texts texts;
  private final List<Row> rows = new ArrayList<>();
  private final List<WhereCell> wheres = new ArrayList<>();
  private final List<ProtocolCell> protocols = new ArrayList<>();
  private Palette palette = Theme.DARK.palette();

  /// A row is asked for once per column: its text is kept for a while, by place.
  private final Map<Integer, PacketRow> made =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PacketRow> eldest) {
          return size() > KEPT_ROWS;
        }
      };

  RowCells(PacketsModel model, Playhead playhead, Texts texts) {
    this.model = model;
    this.playhead = playhead;
    this.texts = texts;
  }

  void theme(Theme theme) {
    palette = theme.palette();
    protocols.forEach(ProtocolCell::repaint);
  }

  /// The rows may be others than before.
  void forget() {
    made.clear();
  }

  /// The playhead has moved, or more is known about the frames that are shown.
  void update() {
    rows.forEach(Row::update);
    wheres.forEach(WhereCell::update);
  }

  PacketRow at(int index) {
    return made.computeIfAbsent(index, model::row);
  }

  private boolean isShown(int index) {
    return index >= 0 && index < model.size();
  }

  Row row() {
    Row row = new Row();
    rows.add(row);
    return row;
  }

  TableCell<Integer, Integer> cell(Column column) {
    return switch (column) {
      case PROTOCOL -> new ProtocolCell();
      case WHERE -> new WhereCell();
      default -> new TextCell(column);
    };
  }

  /// Dimmed while the playhead has not come to it.
  final class Row extends TableRow<Integer> {
    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    private void update() {
      boolean isThere = !isEmpty() && isShown(getIndex());
      pseudoClassStateChanged(LATER, isThere && model.nanos(getIndex()) > playhead.instant());
    }
  }

  private final class TextCell extends TableCell<Integer, Integer> {
    private final Column column;
    private final Tooltip tooltip = new Tooltip();

    TextCell(Column column) {
      this.column = column;
      getStyleClass().add("packets-" + column.key());
      boolean isRight = column == Column.NUMBER || column == Column.LENGTH;
      setAlignment(isRight ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      if (column == Column.INFO) {
        tooltip.setOnShowing(_ -> explain());
        setTooltip(tooltip);
      }
    }

    private void explain() {
      if (!isEmpty() && isShown(getIndex())) {
        PacketRow row = at(getIndex());
        boolean isNoted = !row.notes().isEmpty();
        tooltip.setText(isNoted ? row.info() + "\n" + longNotes(row) : row.info());
      }
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || !isShown(getIndex())) {
        setText(null);
        pseudoClassStateChanged(NOTED, false);
        return;
      }
      PacketRow row = at(getIndex());
      if (column == Column.INFO) {
        boolean isNoted = !row.notes().isEmpty();
        setText(isNoted ? "[" + shortNotes(row) + "] " + row.info() : row.info());
        pseudoClassStateChanged(NOTED, isNoted);
      } else {
        setText(column.text(row));
      }
    }
  }

  private String shortNotes(PacketRow row) {
    List<String> names = new ArrayList<>();
    for (ExpertNote note : row.notes()) {
      names.add(texts.text("note.short." + note.kind().filterName()));
    }
    return String.join(", ", names);
  }

  private String longNotes(PacketRow row) {
    List<String> sentences = new ArrayList<>();
    for (ExpertNote note : row.notes()) {
      Phrase sentence = note.sentence();
      sentences.add(texts.text(sentence.key(), sentence.values().toArray()));
    }
    return String.join("\n", sentences);
  }

  private final class ProtocolCell extends TableCell<Integer, Integer> {
    private final GlyphIcon icon = new GlyphIcon(16);

    ProtocolCell() {
      getStyleClass().add("packets-protocol");
      setGraphicTextGap(8);
      protocols.add(this);
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      boolean isThere = !empty && isShown(getIndex());
      setText(isThere ? at(getIndex()).protocol() : null);
      setGraphic(isThere ? icon : null);
      repaint();
    }

    private void repaint() {
      if (!isEmpty() && isShown(getIndex())) {
        icon.show(at(getIndex()).glyph(), palette);
      }
    }
  }

  /// A dot for each link, where the frame is, and how far along.
  private final class WhereCell extends TableCell<Integer, Integer> {
    private final HopDots dots = new HopDots();
    private final Label place = new Label();
    private final Label share = new Label();
    private final HBox box = new HBox(6, dots, place, share);
    private String styled = "";

    WhereCell() {
      getStyleClass().add("packets-where");
      box.setAlignment(Pos.CENTER_LEFT);
      place.getStyleClass().add("packets-place");
      share.getStyleClass().add("packets-share");
      share.setMinWidth(USE_PREF_SIZE);
      wheres.add(this);
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    private void update() {
      if (isEmpty() || !isShown(getIndex())) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Whereabouts where = model.where(getIndex(), playhead.instant());
      dots.show(where.dots());
      place.setText(words(where));
      style("packets-" + style(where.state()));
      boolean isOnLink = where.state() == Whereabouts.State.ON_LINK;
      share.setText(isOnLink ? (int) (100 * where.share()) + " %" : "");
      share.setVisible(isOnLink);
      share.setManaged(isOnLink);
      setAccessibleText(place.getText() + " " + share.getText());
      if (getGraphic() == null) {
        setGraphic(box);
      }
    }

    /// Only when it is another: to set a class is to style the label anew.
    private void style(String newStyle) {
      if (!newStyle.equals(styled)) {
        place.getStyleClass().remove(styled);
        place.getStyleClass().add(newStyle);
        styled = newStyle;
      }
    }

    private String words(Whereabouts where) {
      return switch (where.state()) {
        case NOT_YET -> texts.text("where.not.yet");
        case QUEUED -> texts.text("where.queued", where.from());
        case ON_LINK -> where.from() + " → " + where.to();
        case AT_NODE -> texts.text("where.at", where.to());
        case DELIVERED -> texts.text("where.delivered");
        case DROPPED -> texts.text("where.dropped", texts.text("drop." + where.dropReason()));
      };
    }

    private static String style(Whereabouts.State state) {
      return switch (state) {
        case NOT_YET -> "not-yet";
        case QUEUED -> "queued";
        case ON_LINK, AT_NODE -> "moving";
        case DELIVERED -> "delivered";
        case DROPPED -> "dropped";
      };
    }
  }
}
