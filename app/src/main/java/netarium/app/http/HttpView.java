package netarium.app.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import netarium.app.content.Choice;
import netarium.app.content.EmptyState;
import netarium.app.content.FilterBox;
import netarium.app.content.Rows;
import netarium.app.text.Texts;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;
import netarium.engine.analysis.HttpExchange;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The list of HTTP exchanges with their bars, and the chosen one beside it.
public final class HttpView extends BorderPane {
  private static final double ROW_HEIGHT = 24;
  private static final double LEGEND_FROM = 700;
  private static final double DETAIL_SHARE = 0.58;

  private final HttpModel model;
  private final Texts texts;
  private final TableView<Integer> table = new TableView<>();
  private final HttpCells cells;
  private final HttpAxis axis = new HttpAxis();
  private final HttpDetail detail;
  private final FilterBox filter;
  private final HBox legend = new HBox(10);
  private final Label count = new Label();
  private final Label connections = new Label();
  private final Label content = new Label();
  private final EmptyState empty = new EmptyState();
  private final SplitPane split = new SplitPane();
  private final VBox left;
  private final Choice<HttpModel.Show> shows;
  private Rows rows;
  private int generation;
  private int reveal = -1;
  private Palette palette = Theme.LIGHT.palette();
  private boolean isShowing;

  /// The table tells of a choice while it is still making it: nobody may change its rows or its
  /// choice meanwhile. What is to be shown then waits for the next layout.
  private boolean isChoosing;

  private boolean isOverdue;
  private @Nullable HttpExchange closed;

  /// `openPlace`: opens a line of a script, written as `scripts/client.lua:9`.
  public HttpView(HttpModel model, Locale locale, Consumer<String> openPlace) {
    this.model = model;
    texts = new Texts(HttpView.class, locale);
    cells = new HttpCells(model, texts, openPlace);
    detail = new HttpDetail(model, texts, cells, this::closeDetail);
    filter =
        new FilterBox(
            MaterialDesignF.FILTER_OUTLINE,
            texts.text("filter.prompt"),
            texts.text("filter.label"),
            model::filter);
    List<HttpModel.Show> all = List.of(HttpModel.Show.values());
    shows = new Choice<>(all, each -> texts.text("show." + each), model::show);
    rows = rows();
    getStyleClass().addAll("packets", "http");
    left = new VBox(bar(), body(), foot());
    left.setMinWidth(280);
    split.getItems().setAll(left);
    setCenter(split);
    setMinSize(0, 0);
    model.listen(this::show);
    model.playhead().listen(this::moved);
    left.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    show();
  }

  private Rows rows() {
    return new Rows(model::size, model::number);
  }

  /// The bars are painted, not styled.
  public void theme(Theme theme) {
    palette = theme.palette();
    legend.getChildren().clear();
    for (HttpBars.Step step : HttpBars.Step.values()) {
      Region swatch = new Region();
      swatch.setMinSize(10, 10);
      swatch.setMaxSize(10, 10);
      swatch.setStyle("-fx-background-radius: 2; -fx-background-color: " + css(step));
      Label label = new Label(texts.text("step." + step), swatch);
      label.setGraphicTextGap(5);
      label.getStyleClass().add("http-legend");
      label.setMinWidth(USE_PREF_SIZE);
      legend.getChildren().add(label);
    }
    cells.theme(theme);
    detail.theme(theme);
    paintAxis();
  }

  private String css(HttpBars.Step step) {
    Color color = step.color(palette);
    return String.format(
        Locale.ROOT,
        "rgba(%d,%d,%d,%.2f)",
        Math.round(255 * color.getRed()),
        Math.round(255 * color.getGreen()),
        Math.round(255 * color.getBlue()),
        color.getOpacity());
  }

  private HBox bar() {
    filter.setPrefWidth(260);
    filter.setMinWidth(120);
    HBox bar = new HBox(4, filter);
    bar.getChildren().addAll(shows.buttons());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_RIGHT);
    legend.setMinWidth(0);
    bar.getChildren().addAll(gap, legend);
    bar.getStyleClass().add("packets-bar");
    return bar;
  }

  private TableView<Integer> body() {
    table.setFixedCellSize(ROW_HEIGHT);
    table.setItems(rows);
    table.setAccessibleText(texts.text("table.label"));
    table.setPlaceholder(empty);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(_ -> cells.row());
    for (HttpColumn column : HttpColumn.values()) {
      table.getColumns().add(column(column));
    }
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> chosenHere(index.intValue()));
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(0);
    return table;
  }

  private TableColumn<Integer, Integer> column(HttpColumn column) {
    boolean isBars = column == HttpColumn.WATERFALL;
    TableColumn<Integer, Integer> made =
        new TableColumn<>(
            isBars || column == HttpColumn.SECURITY ? "" : texts.text("column." + column.key()));
    made.setUserData(column);
    made.setSortable(false);
    made.setReorderable(false);
    made.setMinWidth(column.least());
    made.setPrefWidth(column.width());
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setCellFactory(_ -> cells.cell(column));
    if (column.isNumber()) {
      made.getStyleClass().add("talk-right");
    }
    if (isBars) {
      made.setGraphic(axis);
      made.getStyleClass().add("http-axis");
      made.widthProperty().addListener((_, _, _) -> paintAxis());
    }
    return made;
  }

  private HBox foot() {
    HBox foot = new HBox(count, connections, content);
    foot.getStyleClass().add("talk-foot");
    return foot;
  }

  /// With little room the least important columns go.
  private void fit(double width) {
    for (TableColumn<Integer, ?> each : table.getColumns()) {
      if (each.getUserData() instanceof HttpColumn column) {
        each.setVisible(width >= column.shownFrom());
        each.setPrefWidth(column.widthIn(width));
        if (!column.isGrowing()) {
          each.setMaxWidth(column.widthIn(width) * (column == HttpColumn.SECURITY ? 1 : 1.4));
        }
      }
    }
    legend.setVisible(width >= LEGEND_FROM);
    legend.setManaged(width >= LEGEND_FROM);
  }

  private void paintAxis() {
    for (TableColumn<Integer, ?> each : table.getColumns()) {
      if (each.getUserData() == HttpColumn.WATERFALL) {
        axis.paint(cells.from(), cells.to(), each.getWidth(), palette);
      }
    }
  }

  private void show() {
    isShowing = true;
    boolean isOther = model.generation() != generation || model.size() < rows.size();
    if (isOther && !isChoosing) {
      generation = model.generation();
      table.getSelectionModel().clearSelection();
      rows = rows();
      table.setItems(rows);
    } else if (!isOther) {
      rows.grow();
    }
    long[] span = model.span();
    cells.span(span[0], span[1]);
    HttpExchange chosen = model.chosen();
    int index = chosen == null ? -1 : model.indexOf(chosen);
    if (isChoosing) {
      isOverdue = true;
      requestLayout();
    } else if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
      reveal = Math.max(0, index - 3);
      requestLayout();
    }
    isShowing = false;
    showDetail(chosen);
    showFoot();
    showEmpty();
    shows.show(model.show());
    moved();
    paintAxis();
  }

  private void showFoot() {
    long octets = 0;
    int bound = Math.min(model.size(), 20_000);
    var streams = new LinkedHashSet<Integer>();
    for (int i = 0; i < bound; i++) {
      octets += model.exchange(i).contentOctets();
      streams.add(model.exchange(i).stream().index());
    }
    count.setText(
        model.isFiltered()
            ? texts.text("foot.filtered", model.size(), model.total())
            : texts.text("foot.count", model.total()));
    connections.setText(texts.text("foot.connections", streams.size()));
    content.setText(texts.text("foot.content", HttpCells.grouped(octets)));
  }

  private void showEmpty() {
    if (model.total() > 0) {
      empty.show(
          MaterialDesignF.FILTER_OFF_OUTLINE,
          texts.text("empty.filtered"),
          texts.text("empty.filtered.hint"),
          texts.text("filter.clear"),
          this::clearFilter);
    } else if (model.hasRun()) {
      empty.show(MaterialDesignW.WEB, texts.text("empty.silent"), texts.text("empty.silent.hint"));
    } else {
      empty.show(MaterialDesignW.WEB, texts.text("empty.run"), texts.text("empty.run.hint"));
    }
  }

  private void clearFilter() {
    filter.clear();
    model.clearFilter();
  }

  private void moved() {
    cells.update();
    detail.moved();
  }

  private void chosenHere(int index) {
    if (!isShowing && index >= 0 && index < model.size()) {
      closed = null;
      HttpExchange exchange = model.exchange(index);
      isChoosing = true;
      model.choose(exchange);
      isChoosing = false;
      showDetail(exchange);
    }
  }

  private void closeDetail() {
    closed = model.chosen();
    split.getItems().setAll(left);
  }

  private void showDetail(@Nullable HttpExchange chosen) {
    if (chosen == null) {
      return;
    }
    detail.show(chosen);
    if (!chosen.equals(closed) && split.getItems().size() == 1) {
      split.getItems().add(detail);
      SplitPane.setResizableWithParent(detail, false);
      split.setDividerPositions(DETAIL_SHARE);
    }
  }

  @Override
  protected void layoutChildren() {
    if (isOverdue) {
      isOverdue = false;
      show();
    }
    super.layoutChildren();
    // Only what has a size can be scrolled.
    if (reveal >= 0 && table.getHeight() > 2 * ROW_HEIGHT) {
      int row = reveal;
      reveal = -1;
      table.scrollTo(row);
    }
  }
}
