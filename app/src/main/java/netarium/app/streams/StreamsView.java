package netarium.app.streams;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import netarium.app.content.Choice;
import netarium.app.content.EmptyState;
import netarium.app.content.FilterBox;
import netarium.app.project.Exports;
import netarium.app.streams.StreamsModel.Line;
import netarium.app.streams.StreamsModel.Who;
import netarium.app.streams.Turns.Reading;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.engine.analysis.TcpStream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What two machines say to each other, line by line, each side in its colour.
public final class StreamsView extends BorderPane {
  private static final double ROW = 18;
  private static final double COMPACT = 1040;
  private static final PseudoClass SERVER = PseudoClass.getPseudoClass("server");
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  private final StreamsModel model;
  private final Texts texts;
  private final Exports exports;
  private final ComboBox<Integer> streams = new ComboBox<>();
  private final Choice<Reading> readings;
  private final Choice<Who> sides;
  private final ToggleButton hex = new ToggleButton();
  private final Label hits = new Label();
  private final Label summary = new Label();
  private final Button save = new Button();
  private final ListView<Line> list = new ListView<>();
  private final EmptyState empty = new EmptyState();
  private boolean isShowing;
  private @Nullable List<Line> shown;

  /// `exports`: writes files that people choose.
  public StreamsView(StreamsModel model, Locale locale, Exports exports) {
    this.model = model;
    this.exports = exports;
    texts = new Texts(StreamsView.class, locale);
    readings =
        new Choice<>(
            List.of(Reading.values()), each -> texts.text("reading." + each), model::reading);
    sides = new Choice<>(List.of(Who.values()), each -> texts.text("who." + each), model::who);
    getStyleClass().addAll("packets", "streams");
    setTop(bar());
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new LineCell());
    list.setAccessibleText(texts.text("lines.label"));
    list.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> chosen(event.getClickCount()));
    setMinSize(0, 0);
    model.listen(this::show);
    widthProperty()
        .addListener((_, _, width) -> {
          boolean isWide = width.doubleValue() >= COMPACT;
          summary.setVisible(isWide);
          summary.setManaged(isWide);
        });
    show();
  }

  private HBox bar() {
    streams.setAccessibleText(texts.text("stream.label"));
    streams.setPrefWidth(260);
    streams.setMinWidth(130);
    streams.setButtonCell(new StreamCell());
    streams.setCellFactory(_ -> new StreamCell());
    streams
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, index) -> {
          if (!isShowing && index != null) {
            model.follow(index);
          }
        });
    HBox bar = new HBox(4, streams);
    bar.getChildren().addAll(readings.buttons());
    bar.getChildren().add(divider());
    bar.getChildren().addAll(sides.buttons());
    bar.getChildren().add(divider());
    hex.setText(texts.text("hex"));
    hex.getStyleClass().add("chip-toggle");
    hex.setMinWidth(USE_PREF_SIZE);
    hex.setOnAction(_ -> model.hex(hex.isSelected()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    save.setText(texts.text("save"));
    save.setGraphic(new FontIcon(MaterialDesignD.DOWNLOAD));
    save.setMinWidth(USE_PREF_SIZE);
    save.setTooltip(new Tooltip(texts.text("save.hint")));
    save.setOnAction(_ -> save());
    summary.getStyleClass().add("packets-count");
    summary.setMinWidth(USE_PREF_SIZE);
    bar.getChildren().addAll(hex, gap, summary, searchField(), save);
    bar.getStyleClass().add("packets-bar");
    return bar;
  }

  private static Region divider() {
    Region line = new Region();
    line.getStyleClass().add("streams-divider");
    return line;
  }

  private FilterBox searchField() {
    FilterBox search =
        new FilterBox(
            MaterialDesignM.MAGNIFY,
            texts.text("search.prompt"),
            texts.text("search.prompt"),
            model::search);
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.next(event.isShiftDown() ? -1 : 1);
            event.consume();
          }
        });
    hits.getStyleClass().add("packets-count");
    hits.setMinWidth(USE_PREF_SIZE);
    search.getChildren().add(hits);
    search.setPrefWidth(150);
    search.setMinWidth(110);
    return search;
  }

  private void show() {
    isShowing = true;
    TcpStream stream = model.stream();
    showStreams(stream);
    readings.offer(each -> stream != null && Turns.readings(stream).contains(each));
    readings.show(model.reading());
    sides.show(model.who());
    hex.setSelected(model.isHex());
    save.setDisable(stream == null);
    hits.setText(model.isSearching() ? texts.text("hits", model.hits()) : "");
    List<Line> lines = model.lines();
    if (!lines.equals(shown)) {
      shown = lines;
      list.getItems().setAll(lines);
    }
    if (model.found() >= 0 && model.found() < lines.size()) {
      list.scrollTo(Math.max(0, model.found() - 3));
    }
    list.refresh();
    summary.setText(
        stream == null
            ? ""
            : texts.text(
                model.isCut() ? "summary.cut" : "summary", said(stream, 0), said(stream, 1)));
    showEmpty(stream);
    isShowing = false;
  }

  private long said(TcpStream stream, int side) {
    return Turns.channel(stream, model.reading()).side(side).octets().length();
  }

  private void showStreams(@Nullable TcpStream stream) {
    int count = model.streams().size();
    if (streams.getItems().size() > count) {
      streams.getItems().clear();
    }
    for (int i = streams.getItems().size(); i < count; i++) {
      streams.getItems().add(i);
    }
    Integer open = stream == null ? null : stream.index();
    if (!java.util.Objects.equals(streams.getValue(), open)) {
      streams.setValue(open);
    }
    streams.setDisable(count == 0);
  }

  private void showEmpty(@Nullable TcpStream stream) {
    if (stream != null) {
      setCenter(list);
      return;
    }
    String key = model.hasRun() ? "empty.silent" : "empty.run";
    empty.show(MaterialDesignM.MESSAGE_TEXT_OUTLINE, texts.text(key), texts.text(key + ".hint"));
    setCenter(empty);
  }

  private void chosen(int clicks) {
    Line line = list.getSelectionModel().getSelectedItem();
    if (line != null && clicks >= 1) {
      model.select(line);
    }
  }

  /// Writes all octets of the sides that are shown, as they are read here.
  private void save() {
    List<Turn> turns = model.all();
    exports.other(
        ".txt",
        out -> {
          for (Turn turn : turns) {
            write(out, turn);
          }
        });
  }

  private static void write(java.io.OutputStream out, Turn turn) throws IOException {
    out.write(turn.octets().toByteArray());
  }

  /// A stream in the list of streams.
  private final class StreamCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
      super.updateItem(index, empty);
      if (empty || index == null || index >= model.streams().size()) {
        setText(null);
        return;
      }
      TcpStream stream = model.streams().get(index);
      String protocol =
          switch (stream.protocol()) {
            case UNKNOWN -> "";
            case HTTP -> stream.channel().inner() == null ? "HTTP" : "HTTPS";
            case WEB_SOCKET -> stream.channel().inner() == null ? "WebSocket" : "WebSocket · TLS";
            case SOCKS -> "SOCKS";
            case HLHV -> "HLHV";
            case DNS -> "DNS";
            case TLS -> "TLS";
          };
      setText(model.title(stream, protocol));
    }
  }

  /// A line with the instant of its turn at the left.
  private final class LineCell extends ListCell<Line> {
    private final Label time = new Label();
    private final FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
    private final Label text = new Label();
    private final HBox box = new HBox(6, time, arrow, text);

    LineCell() {
      getStyleClass().add("streams-line");
      box.setAlignment(Pos.CENTER_LEFT);
      time.getStyleClass().add("streams-time");
      time.setMinWidth(76);
      time.setMaxWidth(76);
      arrow.getStyleClass().add("streams-arrow");
      text.getStyleClass().add("streams-text");
      text.setMinWidth(0);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        pseudoClassStateChanged(SERVER, false);
        pseudoClassStateChanged(HIT, false);
        pseudoClassStateChanged(FOUND, false);
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      pseudoClassStateChanged(SERVER, line.side() == 1);
      pseudoClassStateChanged(HIT, model.isHit(line));
      pseudoClassStateChanged(FOUND, getIndex() == model.found());
      time.setText(line.isFirst() ? TimeText.micros(line.nanos()) : "");
      arrow.setIconCode(
          line.side() == 0 ? MaterialDesignC.CHEVRON_RIGHT : MaterialDesignC.CHEVRON_LEFT);
      text.setText(line.text());
      setAccessibleText(
          texts.text(line.side() == 0 ? "who.CLIENT" : "who.SERVER") + " " + line.text());
      setGraphic(box);
    }
  }
}
