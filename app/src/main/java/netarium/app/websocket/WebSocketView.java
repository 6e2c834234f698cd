package netarium.app.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.content.Choice;
import netarium.app.content.EmptyState;
import netarium.app.content.FilterBox;
import netarium.app.content.Rows;
import netarium.app.text.Texts;
import netarium.engine.analysis.StreamSide;
import netarium.engine.analysis.WebSocketConversation;
import netarium.engine.analysis.WebSocketFrame;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// The conversations, the frames of one of them, and the chosen frame.
public final class WebSocketView extends BorderPane {
  private static final double ROW_HEIGHT = 24;
  private static final double LIST_WIDTH = 212;

  private final WebSocketModel model;
  private final Texts texts;
  private final Consumer<Stimulus> apply;
  private final ListView<Integer> list = new ListView<>();
  private final VBox handshake = new VBox();
  private final TableView<Integer> table = new TableView<>();
  private final FrameCells cells;
  private final FrameDetail detail;
  private final FilterBox filter;
  private final MenuButton hold = new MenuButton();
  private final EmptyState empty = new EmptyState();
  private final EmptyState nothing = new EmptyState();
  private final SplitPane split = new SplitPane();
  private final VBox middle;
  private final Choice<WebSocketModel.Direction> directions;
  private Rows rows;
  private int generation;
  private int held;
  private int reveal = -1;
  private boolean isShowing;

  /// The table tells of a choice while it is still making it: nobody may change its rows or its
  /// choice meanwhile. What is to be shown then waits for the next layout.
  private boolean isChoosing;

  private boolean isOverdue;
  private @Nullable Object closed;
  private @Nullable WebSocketConversation told;
  private String toldState = "";

  /// How many parts have the widths they are made for.
  private int placed;

  /// `apply`: does something to the running network, at the instant that is seen.
  public WebSocketView(WebSocketModel model, Locale locale, Consumer<Stimulus> apply) {
    this.model = model;
    this.apply = apply;
    texts = new Texts(WebSocketView.class, locale);
    cells = new FrameCells(model, texts);
    detail = new FrameDetail(model, texts, apply, this::closeDetail);
    filter =
        new FilterBox(
            MaterialDesignF.FILTER_OUTLINE,
            texts.text("filter.prompt"),
            texts.text("filter.label"),
            model::filter);
    List<WebSocketModel.Direction> all = List.of(WebSocketModel.Direction.values());
    directions = new Choice<>(all, each -> texts.text("direction." + each), model::direction);
    rows = rows();
    getStyleClass().addAll("packets", "websocket");
    middle = new VBox(bar(), body());
    middle.setMinWidth(280);
    split.getItems().setAll(conversations(), middle);
    setMinSize(0, 0);
    model.listen(this::show);
    model.playhead().listen(this::moved);
    middle.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    show();
  }

  private Rows rows() {
    return new Rows(() -> model.size() + model.held().size(), index -> index);
  }

  private VBox conversations() {
    Label title = new Label(texts.text("connections"));
    Label aside = new Label(texts.text("frames"));
    aside.getStyleClass().add("talk-aside");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, aside);
    head.getStyleClass().add("talk-section");
    head.setMinHeight(36);
    list.setFixedCellSize(44);
    list.setAccessibleText(texts.text("connections"));
    list.setCellFactory(_ -> new ConversationCell(model, texts));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> opened(index.intValue()));
    ScrollPane below = new ScrollPane(handshake);
    below.setFitToWidth(true);
    below.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    below.getStyleClass().add("talk-scroll");
    VBox.setVgrow(below, Priority.ALWAYS);
    below.setMinHeight(0);
    list.setMinHeight(90);
    VBox box = new VBox(head, list, below);
    box.getStyleClass().add("websocket-list");
    box.setPrefWidth(LIST_WIDTH);
    box.setMinWidth(150);
    SplitPane.setResizableWithParent(box, false);
    return box;
  }

  private HBox bar() {
    filter.setPrefWidth(240);
    filter.setMinWidth(136);
    HBox bar = new HBox(4, filter);
    bar.getChildren().addAll(directions.buttons());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    hold.setGraphic(new FontIcon(MaterialDesignH.HAND_BACK_RIGHT_OUTLINE));
    hold.setMinWidth(USE_PREF_SIZE);
    bar.getChildren().addAll(gap, hold);
    bar.getStyleClass().add("packets-bar");
    return bar;
  }

  private TableView<Integer> body() {
    table.setFixedCellSize(ROW_HEIGHT);
    table.setItems(rows);
    table.setAccessibleText(texts.text("table.label"));
    table.setPlaceholder(empty);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setRowFactory(_ -> cells.row());
    for (FrameCells.Column column : FrameCells.Column.values()) {
      TableColumn<Integer, Integer> made = new TableColumn<>(texts.text("column." + column.key));
      made.setUserData(column);
      made.setSortable(false);
      made.setReorderable(false);
      made.setPrefWidth(column.width);
      made.setMinWidth(column == FrameCells.Column.PAYLOAD ? 90 : column.width * 0.9);
      if (column != FrameCells.Column.PAYLOAD) {
        made.setMaxWidth(column.width * 1.7);
      }
      made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
      made.setCellFactory(_ -> cells.cell(column));
      if (column.isNumber()) {
        made.getStyleClass().add("talk-right");
      }
      table.getColumns().add(made);
    }
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> chosenHere(index.intValue()));
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(0);
    return table;
  }

  private void fit(double width) {
    for (TableColumn<Integer, ?> each : table.getColumns()) {
      if (each.getUserData() instanceof FrameCells.Column column) {
        each.setVisible(width >= column.shownFrom());
      }
    }
    boolean isNarrow = width < 560;
    hold.setContentDisplay(isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  private void show() {
    boolean isAny = !model.conversations().isEmpty();
    nothing.show(
        MaterialDesignF.FORUM_OUTLINE,
        texts.text(model.hasRun() ? "empty.silent" : "empty.run"),
        texts.text(model.hasRun() ? "empty.silent.hint" : "empty.run.hint"));
    setCenter(isAny ? split : nothing);
    isShowing = true;
    showConversations();
    showFrames();
    showHold();
    isShowing = false;
    empty.show(
        MaterialDesignF.FORUM_OUTLINE,
        texts.text(model.isFiltered() ? "empty.filtered" : "empty.quiet"),
        texts.text(model.isFiltered() ? "empty.filtered.hint" : "empty.quiet.hint"));
    directions.show(model.direction());
    showDetail();
    moved();
  }

  private void showConversations() {
    int count = model.conversations().size();
    if (list.getItems().size() > count) {
      list.getItems().clear();
    }
    for (int i = list.getItems().size(); i < count; i++) {
      list.getItems().add(i);
    }
    list.setPrefHeight(Math.min(4, Math.max(1, count)) * 44.0 + 2);
    WebSocketConversation open = model.open();
    int index = open == null ? -1 : open.index();
    if (list.getSelectionModel().getSelectedIndex() != index) {
      list.getSelectionModel().clearAndSelect(index);
    }
  }

  private void showFrames() {
    int heldNow = model.held().size();
    boolean isOther = model.generation() != generation || heldNow != held;
    if (isChoosing) {
      isOverdue = true;
      requestLayout();
      return;
    }
    if (isOther || model.size() + heldNow < rows.size()) {
      generation = model.generation();
      held = heldNow;
      table.getSelectionModel().clearSelection();
      rows = rows();
      table.setItems(rows);
    } else {
      rows.grow();
    }
    int index = chosenIndex();
    if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
      reveal = Math.max(0, index - 3);
      requestLayout();
    }
  }

  private int chosenIndex() {
    WebSocketFrame frame = model.chosenFrame();
    if (frame != null) {
      return model.indexOf(frame);
    }
    HeldFrame chosen = model.chosenHeld();
    return chosen == null ? -1 : model.size() + model.held().indexOf(chosen);
  }

  /// Which side's frames are held, as a menu: a mark stands beside those that are.
  private void showHold() {
    WebSocketConversation open = model.open();
    hold.setDisable(open == null);
    if (open == null) {
      hold.setText(texts.text("hold"));
      return;
    }
    List<MenuItem> items = new ArrayList<>();
    boolean isAny = false;
    StreamSide[] sides = {open.client(), open.server()};
    for (int i = 0; i < 2; i++) {
      StreamSide mine = sides[i];
      StreamSide other = sides[1 - i];
      boolean isHeld = model.isHolding(mine, other);
      isAny |= isHeld;
      MenuItem item =
          new MenuItem(
              texts.text(
                  isHeld ? "hold.release" : "hold.from",
                  model.name(mine.node()),
                  model.name(other.node())));
      item.setOnAction(_ -> hand(mine, other, isHeld ? new Hand.Release(null) : new Hand.Hold()));
      items.add(item);
    }
    hold.getItems().setAll(items);
    hold.setText(texts.text(isAny ? "hold.on" : "hold"));
    hold.setTooltip(new Tooltip(hold.getText()));
    hold.getStyleClass().removeAll("websocket-holding");
    if (isAny) {
      hold.getStyleClass().add("websocket-holding");
    }
  }

  private void hand(StreamSide mine, StreamSide other, Hand hand) {
    String connection = WebSocketModel.end(mine) + "-" + WebSocketModel.end(other);
    String id = model.id(mine.node());
    apply.accept(new Stimulus.WebSocket(TimeSpan.ZERO, id, connection, hand, Extras.NONE));
  }

  private void showHandshake() {
    WebSocketConversation open = model.open();
    long now = model.playhead().instant();
    String state = open == null ? "" : open.state(now).name();
    if (open == null || (open.equals(told) && state.equals(toldState))) {
      return;
    }
    told = open;
    toldState = state;
    handshake.getChildren().setAll(HandshakeFields.of(texts, model, open, now));
  }

  private void moved() {
    cells.update();
    list.refresh();
    showHandshake();
    if (split.getItems().contains(detail)) {
      detail.show();
    }
  }

  private void opened(int index) {
    if (!isShowing && index >= 0 && index < model.conversations().size()) {
      model.open(model.conversations().get(index));
    }
  }

  private void chosenHere(int index) {
    if (isShowing || index < 0) {
      return;
    }
    closed = null;
    isChoosing = true;
    if (index < model.size()) {
      model.choose(model.frame(index));
    } else if (index - model.size() < model.held().size()) {
      model.choose(model.held().get(index - model.size()));
    }
    isChoosing = false;
  }

  private void closeDetail() {
    HeldFrame looked = model.chosenHeld();
    closed = looked == null ? model.chosenFrame() : looked;
    split.getItems().remove(detail);
  }

  private void showDetail() {
    HeldFrame looked = model.chosenHeld();
    Object chosen = looked == null ? model.chosenFrame() : looked;
    boolean isWanted = detail.show() && chosen != null && !chosen.equals(closed);
    if (isWanted && !split.getItems().contains(detail)) {
      split.getItems().add(detail);
      SplitPane.setResizableWithParent(detail, false);
    }
    place();
  }

  /// Parts begin with the widths they are made for.
  private void place() {
    double width = getWidth();
    if (width > 0 && split.getDividers().size() > 0 && !isPlaced()) {
      double first = Math.min(LIST_WIDTH, width / 4) / width;
      if (split.getItems().size() == 3) {
        split.setDividerPositions(first, 1 - Math.clamp(width * 0.32, 240, 420) / width);
      } else {
        split.setDividerPositions(first);
      }
      placed = split.getItems().size();
    }
  }

  private boolean isPlaced() {
    return placed == split.getItems().size();
  }

  @Override
  protected void layoutChildren() {
    if (isOverdue) {
      isOverdue = false;
      show();
    }
    place();
    super.layoutChildren();
    if (reveal >= 0 && table.getHeight() > 2 * ROW_HEIGHT) {
      int row = reveal;
      reveal = -1;
      table.scrollTo(row);
    }
  }
}
