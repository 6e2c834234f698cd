package netarium.app.http;

import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.content.ContentView;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.app.theme.Theme;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpExchange.State;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.HttpTimes;
import netarium.engine.analysis.TlsConversation;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.tls.TlsCertificate;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One exchange: header fields of both messages, how long each step took, the same as either end
/// saw it, and the content.
final class HttpDetail extends BorderPane {
  private static final double SIDE_BY_SIDE = 520;
  private static final double NAMES = 96;
  private static final String NOTHING = "–";

  private final HttpModel model;
  private final Texts texts;
  private final HttpCells cells;
  private final Label method = new Label();
  private final Label url = new Label();
  private final Label chip = new Label();
  private final VBox sections = new VBox();
  private final ScrollPane scroll = new ScrollPane(sections);
  private final ContentView content;
  private @Nullable HttpExchange shown;
  private String told = "";

  HttpDetail(HttpModel model, Texts texts, HttpCells cells, Runnable close) {
    this.model = model;
    this.texts = texts;
    this.cells = cells;
    content = new ContentView(texts.locale());
    getStyleClass().add("http-detail");
    method.getStyleClass().add("http-method");
    method.setMinWidth(USE_PREF_SIZE);
    url.getStyleClass().add("http-url");
    url.setMinWidth(0);
    url.setTooltip(new Tooltip());
    chip.setMinWidth(USE_PREF_SIZE);
    Button closing = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    closing.getStyleClass().add("content-copy");
    closing.setAccessibleText(texts.text("detail.close"));
    closing.setTooltip(new Tooltip(texts.text("detail.close")));
    closing.setOnAction(_ -> close.run());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, method, url, gap, chip, closing);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("http-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("talk-scroll");
    setTop(head);
    setMinWidth(240);
    widthProperty().addListener((_, _, _) -> arrange());
    arrange();
  }

  /// Beside each other where there is room, else one above the other.
  private void arrange() {
    boolean isWide = getWidth() >= SIDE_BY_SIDE;
    content.getStyleClass().setAll("content", isWide ? "http-beside" : "http-below");
    if (isWide) {
      setRight(null);
      setBottom(null);
      setCenter(content);
      setLeft(scroll);
      scroll.setPrefWidth(Math.min(380, getWidth() * 0.54));
    } else {
      setLeft(null);
      setCenter(scroll);
      setBottom(content);
      scroll.setPrefWidth(USE_COMPUTED_SIZE);
      content.setPrefHeight(Math.max(90, getHeight() * 0.42));
    }
  }

  void theme(Theme theme) {
    // All its colours come from style sheets.
  }

  void show(HttpExchange exchange) {
    boolean isOther = !exchange.equals(shown);
    shown = exchange;
    fill();
    if (isOther) {
      scroll.setVvalue(0);
    }
  }

  /// The playhead has moved.
  void moved() {
    fill();
  }

  private void fill() {
    HttpExchange exchange = shown;
    if (exchange == null) {
      return;
    }
    long now = model.playhead().instant();
    State state = exchange.state(now);
    String status = cells.status(exchange, state);
    // While something is on its way its figures change with every frame of the screen; they are
    // put together anew only when one can see a difference.
    String newTold = exchange.index() + status + exchange.contentOctets() + exchange.isDone();
    if (newTold.equals(told) && exchange.equals(lastFilled)) {
      return;
    }
    told = newTold;
    lastFilled = exchange;
    boolean hasMethod = !exchange.method().isEmpty();
    method.setText(exchange.method());
    method.setVisible(hasMethod);
    method.setManaged(hasMethod);
    url.setText(exchange.url());
    url.getTooltip().setText(exchange.url());
    chip.setText(status);
    chip.getStyleClass().setAll("talk-chip", HttpCells.style(exchange, state));
    HttpMessage response = exchange.response();
    HttpMessage request = exchange.request();
    sections.getChildren().clear();
    failure(exchange);
    message("section.response", response, "detail.no-response");
    message("section.request", request, "detail.no-request");
    timing(exchange);
    protection(exchange);
    ends(exchange);
    HttpMessage carried = response != null && response.contentOctets() > 0 ? response : request;
    Octets octets = carried == null ? Octets.EMPTY : carried.content(ContentView.MOST_OCTETS);
    content.show(
        octets,
        carried == null ? "" : carried.contentType(),
        carried == null ? 0 : carried.contentOctets());
  }

  private @Nullable HttpExchange lastFilled;

  private void message(String key, @Nullable HttpMessage message, String missing) {
    String frames = model.frames(message);
    String aside = frames.contains("–") ? "detail.frames" : "detail.frame";
    section(key, frames.isEmpty() ? "" : texts.text(aside, frames));
    GridPane grid = grid();
    if (message == null) {
      words(grid, texts.text(missing));
    } else {
      row(grid, texts.text("detail.start"), message.start().line());
      for (HttpHeaders.Field field : message.headers().fields()) {
        row(grid, field.name(), field.value());
      }
      if (!message.hasHead()) {
        words(grid, texts.text("detail.head-open"));
      }
    }
    sections.getChildren().add(grid);
  }

  private void timing(HttpExchange exchange) {
    section("section.timing", "");
    GridPane grid = grid();
    HttpTimes times = exchange.atClient();
    for (HttpBars.Step step : HttpBars.Step.values()) {
      long[] extent =
          HttpBars.extent(step, times, exchange.failedAt(), model.playhead().liveEdge());
      boolean isKnown = extent[0] >= 0;
      boolean isOptional = step == HttpBars.Step.LOOK_UP || step == HttpBars.Step.SECURE;
      if (isOptional && !isKnown) {
        continue;
      }
      String text = isKnown ? TimeText.span(extent[1] - extent[0]) : reused(step, exchange);
      row(grid, texts.text("step." + step), text);
    }
    sections.getChildren().add(grid);
  }

  /// Why there never was a request, above all else.
  private void failure(HttpExchange exchange) {
    String why = cells.why(exchange);
    if (!why.isEmpty()) {
      Label label = new Label(why, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
      label.getStyleClass().add("http-why");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
      sections.getChildren().add(label);
    }
  }

  private void protection(HttpExchange exchange) {
    TlsConversation tls = exchange.tls();
    if (tls == null) {
      return;
    }
    section("section.tls", tls.versionName());
    GridPane grid = grid();
    row(grid, texts.text("tls.suite"), tls.suite().isEmpty() ? NOTHING : tls.suite());
    row(grid, texts.text("tls.name"), tls.serverName().isEmpty() ? NOTHING : tls.serverName());
    if (!tls.certificates().isEmpty()) {
      TlsCertificate shown = tls.certificates().getFirst();
      row(grid, texts.text("tls.certificate"), String.join(", ", shown.names()));
      row(grid, texts.text("tls.issuer"), shown.issuer());
      row(
          grid,
          texts.text("tls.validity"),
          day(shown.validity().from()) + " – " + day(shown.validity().to()));
    }
    sections.getChildren().add(grid);
  }

  private static String day(long seconds) {
    return Instant.ofEpochSecond(seconds).toString().substring(0, "2026-01-01".length());
  }

  private String reused(HttpBars.Step step, HttpExchange exchange) {
    boolean isReused = step == HttpBars.Step.CONNECT && !exchange.isFirstOfStream();
    return isReused ? texts.text("detail.reused") : NOTHING;
  }

  /// When each step was at the client and at the server: the same octets, two clocks' worth of way
  /// apart.
  private void ends(HttpExchange exchange) {
    section("section.ends", "");
    GridPane grid = grid();
    String client = model.nodeName(exchange.client().node());
    String server = model.nodeName(exchange.server().node());
    int line = 0;
    grid.add(new Label(), 0, line);
    grid.add(named(client.isEmpty() ? texts.text("detail.client") : client), 1, line);
    grid.add(named(server.isEmpty() ? texts.text("detail.server") : server), 2, line++);
    HttpTimes here = exchange.atClient();
    HttpTimes there = exchange.atServer();
    List<String> keys =
        List.of(
            "opened",
            "secured",
            "request.first",
            "request.last",
            "response.first",
            "response.last");
    long[] mine = {
      here.connectEnd(),
      here.secureEnd(),
      here.requestFirst(),
      here.requestLast(),
      here.responseFirst(),
      here.responseLast()
    };
    long[] theirs = {
      there.connectEnd(),
      there.secureEnd(),
      there.requestFirst(),
      there.requestLast(),
      there.responseFirst(),
      there.responseLast()
    };
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).equals("secured") && exchange.tls() == null) {
        continue;
      }
      Label name = new Label(texts.text("ends." + keys.get(i)));
      name.getStyleClass().add("talk-name");
      name.setMinWidth(USE_PREF_SIZE);
      grid.add(name, 0, line);
      grid.add(value(time(mine[i])), 1, line);
      grid.add(value(time(theirs[i])), 2, line++);
    }
    sections.getChildren().add(grid);
  }

  private static String time(long nanos) {
    return nanos < 0 ? NOTHING : TimeText.micros(nanos);
  }

  private Label named(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("http-end");
    return label;
  }

  private void section(String key, String aside) {
    Label title = new Label(texts.text(key));
    Label beside = new Label(aside);
    beside.getStyleClass().add("talk-aside");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, beside);
    head.getStyleClass().add("talk-section");
    sections.getChildren().add(head);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("talk-fields");
    return grid;
  }

  private static Label value(String text) {
    Label value = new Label(text);
    value.getStyleClass().add("talk-value");
    value.setMinWidth(0);
    return value;
  }

  private void row(GridPane grid, String name, String text) {
    Label label = new Label(name);
    label.getStyleClass().add("talk-name");
    label.setMinWidth(NAMES);
    label.setMaxWidth(NAMES);
    label.setTooltip(name.length() > 16 ? new Tooltip(name) : null);
    GridPane.setValignment(label, VPos.TOP);
    Label value = value(text);
    value.setWrapText(true);
    value.setMinHeight(USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), label, value);
  }

  private void words(GridPane grid, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("talk-name");
    label.setWrapText(true);
    grid.add(label, 0, grid.getRowCount(), 2, 1);
  }
}
