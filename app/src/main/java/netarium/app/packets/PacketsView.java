package netarium.app.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import netarium.app.content.EmptyState;
import netarium.app.content.Rows;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.topologies.link.Link;
import netarium.topologies.node.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The list of packets on screen. It follows the playhead until somebody scrolls or chooses a row,
/// and again when asked; what is chosen here is chosen everywhere.
public final class PacketsView extends VBox {
  private static final double ROW_HEIGHT = 24;
  private static final long FILTER_BUDGET_NANOS = 8_000_000;

  private final PacketsModel model;
  private final Selection selection;
  private final Playhead playhead;
  private final Texts texts;
  private final TableView<Integer> table = new TableView<>();
  private final RowCells cells;
  private final FilterField filter;
  private final PacketsMenu menu;
  private final EmptyState empty = new EmptyState();
  private final Button resume = new Button();
  private final MenuButton grouping = new MenuButton();
  private Rows rows;
  private @Nullable ContextMenu open;
  private boolean isFollowing = true;
  private boolean isShowing;

  private final AnimationTimer filtering =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (!model.filterSome(FILTER_BUDGET_NANOS)) {
            stop();
          }
        }
      };

  /// `exportCapture`: writes the run's capture to a file that people choose.
  public PacketsView(
      PacketsModel model,
      Selection selection,
      Playhead playhead,
      Locale locale,
      Runnable exportCapture) {
    this.model = model;
    this.selection = selection;
    this.playhead = playhead;
    texts = new Texts(PacketsView.class, locale);
    cells = new RowCells(model, playhead, texts);
    filter = new FilterField(model, texts, this::namesOf);
    menu = new PacketsMenu(model, texts);
    rows = new Rows(model::size, model::tableRow);
    getStyleClass().add("packets");
    arrangeTable();
    getChildren().addAll(bar(exportCapture), table);
    model.listen(this::show);
    playhead.listen(this::moved);
    selection.listen(this::chosenElsewhere);
    show();
  }

  /// Has `follow` show what is said in the stream with a number, when that is asked for.
  public void onFollow(IntConsumer follow) {
    menu.onFollow(follow);
  }

  /// The glyphs are painted, not styled.
  public void theme(Theme theme) {
    cells.theme(theme);
  }

  /// Puts the caret where a filter is typed.
  public void focusFilter() {
    filter.field().requestFocus();
    filter.field().selectAll();
  }

  private HBox bar(Runnable exportCapture) {
    ToggleGroup group = new ToggleGroup();
    for (Grouping each : Grouping.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.text("grouping." + each.name()));
      item.setToggleGroup(group);
      item.setSelected(each == model.grouping());
      item.setOnAction(_ -> model.group(each));
      grouping.getItems().add(item);
    }
    grouping.setGraphic(new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
    grouping.setMinWidth(USE_PREF_SIZE);
    Button capture = new Button(texts.text("export"), new FontIcon(MaterialDesignD.DOWNLOAD));
    capture.setAccessibleText(texts.text("export.label"));
    capture.setMinWidth(USE_PREF_SIZE);
    capture.setOnAction(_ -> exportCapture.run());
    HBox.setHgrow(filter, Priority.ALWAYS);
    resume.getStyleClass().add("packets-resume");
    resume.setGraphic(new FontIcon(MaterialDesignA.ARROW_COLLAPSE_DOWN));
    resume.setText(texts.text("resume"));
    resume.setMinWidth(USE_PREF_SIZE);
    resume.setOnAction(_ -> follow());
    HBox bar = new HBox(8, filter, resume, grouping, capture);
    bar.getStyleClass().add("packets-bar");
    return bar;
  }

  private void arrangeTable() {
    table.setFixedCellSize(ROW_HEIGHT);
    table.setItems(rows);
    table.setAccessibleText(texts.text("table.label"));
    table.setPlaceholder(empty);
    table.widthProperty().addListener(_ -> ColumnWidths.share(table));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setRowFactory(_ -> cells.row());
    for (Column column : Column.values()) {
      table.getColumns().add(column(column));
    }
    table
        .getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) _ -> chosenHere());
    table.addEventFilter(ScrollEvent.SCROLL, event -> scrolled(event.getDeltaY()));
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    table.setOnContextMenuRequested(this::askMenu);
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(0);
  }

  private TableColumn<Integer, Integer> column(Column column) {
    TableColumn<Integer, Integer> made = new TableColumn<>(texts.text("column." + column.key()));
    made.setUserData(column);
    made.setSortable(false);
    made.setReorderable(false);
    made.setPrefWidth(column.width());
    made.setMinWidth(column.minWidth());
    made.setMaxWidth(column.maxWidth());
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setCellFactory(_ -> cells.cell(column));
    made.getStyleClass().add("packets-" + column.key());
    return made;
  }

  private List<String> namesOf(String field) {
    Stream<String> names =
        switch (field) {
          case "link" -> model.frames().topology().links().stream().map(Link::id);
          case "dropped.reason" -> Stream.of(DropReason.values()).map(DropReason::label);
          default -> model.frames().topology().nodes().stream().map(Node::displayName);
        };
    return names.toList();
  }

  /// Shows what has become of the model.
  private void show() {
    isShowing = true;
    int from = model.takeChange();
    cells.forget();
    if (from < rows.size() || model.size() < rows.size()) {
      table.getSelectionModel().clearSelection();
      rows = new Rows(model::size, model::tableRow);
      table.setItems(rows);
      selectRow();
    } else {
      rows.grow();
      if (selection.hasEvent() && table.getSelectionModel().isEmpty()) {
        selectRow();
      }
    }
    cells.update();
    isShowing = false;
    grouping.setText(texts.text("grouping." + model.grouping().name()));
    filter.show();
    showEmpty();
    if (model.isFiltering()) {
      filtering.start();
    }
    keepUp();
  }

  private void showEmpty() {
    if (model.total() > 0 && model.isFiltered() && !model.isFiltering()) {
      empty.show(
          MaterialDesignF.FILTER_OFF_OUTLINE,
          texts.text("empty.filtered"),
          texts.text("empty.filtered.hint"),
          texts.text("filter.clear"),
          () -> model.filter(""));
    } else if (model.hasRun()) {
      empty.show(
          MaterialDesignF.FORMAT_LIST_BULLETED,
          texts.text("empty.silent"),
          texts.text("empty.silent.hint"));
    } else {
      empty.show(
          MaterialDesignF.FORMAT_LIST_BULLETED,
          texts.text("empty.run"),
          texts.text("empty.run.hint"));
    }
  }

  private void moved() {
    cells.update();
    keepUp();
  }

  /// While it follows, the newest row that the playhead has come to is in sight.
  private void keepUp() {
    int newest = model.lastBy(playhead.instant());
    if (isFollowing && newest >= 0) {
      reveal(newest);
    }
    boolean isOffered = !isFollowing && model.size() > 0;
    resume.setVisible(isOffered);
    resume.setManaged(isOffered);
  }

  private void follow() {
    isFollowing = true;
    keepUp();
  }

  public boolean isFollowing() {
    return isFollowing;
  }

  private void stopFollowing() {
    isFollowing = false;
    keepUp();
  }

  /// Scrolls only when the row is out of sight.
  private void reveal(int index) {
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> top = flow.getFirstVisibleCell();
      IndexedCell<?> bottom = flow.getLastVisibleCell();
      if (top != null && bottom != null) {
        int shown = (int) Math.max(1, Math.floor(flow.getHeight() / ROW_HEIGHT));
        if (index < top.getIndex()) {
          table.scrollTo(index);
        } else if (index >= top.getIndex() + shown) {
          table.scrollTo(Math.max(0, index - shown + 1));
        }
        return;
      }
    }
    table.scrollTo(Math.max(0, index - 6));
  }

  private void scrolled(double up) {
    if (up > 0) {
      stopFollowing();
    }
  }

  private void pressed(MouseEvent event) {
    boolean isOnBar =
        event.getTarget() instanceof javafx.scene.Node node
            && Stream.iterate(node, n -> n != null, javafx.scene.Node::getParent)
                .anyMatch(n -> n.getStyleClass().contains("scroll-bar"));
    if (isOnBar) {
      stopFollowing();
    }
    if (open != null) {
      open.hide();
    }
    if (event.getButton() == MouseButton.SECONDARY && isOnChosenRow(event)) {
      event.consume();
    }
  }

  /// A click with the other button on one of several chosen rows leaves them chosen.
  private boolean isOnChosenRow(MouseEvent event) {
    int index = rowAt(event.getTarget());
    return index >= 0 && table.getSelectionModel().isSelected(index);
  }

  private int rowAt(Object target) {
    javafx.scene.Node node = target instanceof javafx.scene.Node found ? found : null;
    while (node != null && !(node instanceof RowCells.Row)) {
      node = node.getParent();
    }
    return node instanceof RowCells.Row row && !row.isEmpty() ? row.getIndex() : -1;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      PacketsMenu.copy(menu.rowsText(chosen()));
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      focusFilter();
      event.consume();
    }
  }

  private List<Integer> chosen() {
    List<Integer> chosen = new ArrayList<>();
    for (Integer index : table.getSelectionModel().getSelectedIndices()) {
      if (index >= 0 && index < model.size()) {
        chosen.add(index);
      }
    }
    return chosen;
  }

  private void askMenu(ContextMenuEvent event) {
    int index = event.isKeyboardTrigger() ? focused() : rowAt(event.getTarget());
    if (index >= 0 && index < model.size()) {
      ContextMenu made = menu.of(columnAt(event.getX()), index, chosen());
      open = made;
      made.show(table, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private int focused() {
    TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
    return cell == null ? -1 : cell.getRow();
  }

  private Column columnAt(double x) {
    double right = 0;
    for (TableColumn<Integer, ?> each : table.getColumns()) {
      right += each.getWidth();
      if (x < right && each.getUserData() instanceof Column column) {
        return column;
      }
    }
    return Column.WHERE;
  }

  /// Somebody chose a row here: all tools choose its frame, and the playhead goes to an instant at
  /// which it is on its way.
  private void chosenHere() {
    int index = table.getSelectionModel().getSelectedIndex();
    if (isShowing || index < 0 || index >= model.size()) {
      return;
    }
    isFollowing = false;
    FrameTable frames = model.frames();
    int row = under(index);
    FrameSent sent = frames.sent(row);
    if (selection.event() != sent.ordinal()) {
      selection.selectEvent(sent.ordinal());
    }
    long now = playhead.instant();
    int next = model.grouping() == Grouping.PER_HOP ? FrameTable.NONE : frames.next(row);
    boolean isUnderWay =
        sent.at().nanos() <= now && (next != FrameTable.NONE || now < sent.arrives().nanos());
    if (!isUnderWay) {
      boolean isLost = frames.drop(row) != null;
      playhead.moveTo(isLost ? sent.at().nanos() : model.nanos(index));
    }
    keepUp();
  }

  /// The sending of a row that came last before now; the first when the frame has arrived, that on
  /// which it was lost when it will never do so.
  private int under(int index) {
    FrameTable frames = model.frames();
    int first = model.tableRow(index);
    if (model.grouping() == Grouping.PER_HOP) {
      return first;
    }
    long now = playhead.instant();
    int last = first;
    int row = first;
    while (row != FrameTable.NONE && frames.sent(row).at().nanos() <= now) {
      last = row;
      row = frames.next(row);
    }
    boolean hasArrived =
        row == FrameTable.NONE
            && now >= frames.sent(last).arrives().nanos()
            && frames.drop(last) == null;
    return hasArrived ? first : last;
  }

  private void chosenElsewhere() {
    if (!isShowing) {
      isShowing = true;
      selectRow();
      isShowing = false;
      keepUp();
    }
  }

  private void selectRow() {
    int index = selection.hasEvent() ? model.indexOf(selection.event()) : -1;
    if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else if (!table.getSelectionModel().isSelected(index)) {
      table.getSelectionModel().clearAndSelect(index);
      // Who has chosen an earlier frame wants to look at that one.
      isFollowing &= index >= model.lastBy(playhead.instant());
      reveal(index);
    }
  }
}
