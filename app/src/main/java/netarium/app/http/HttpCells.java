package netarium.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpExchange.State;
import netarium.engine.analysis.HttpTimes;
import netarium.engine.analysis.TlsConversation;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The rows of the list of exchanges. What lies after the playhead has not happened yet.
final class HttpCells {
  private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");
  private static final PseudoClass REASON = PseudoClass.getPseudoClass("reason");
  private static final double ROW = 24;

  /// The dot, the gap behind it, and the cell's padding.
  private static final double AROUND_STATUS = 32;

  private final HttpModel model;
  private final Texts texts;
  private final Consumer<String> openPlace;
  private final List<Updated> shown = new ArrayList<>();
  private Palette palette = Theme.LIGHT.palette();
  private long from;
  private long to = 1;

  private interface Updated {
    void update();
  }

  HttpCells(HttpModel model, Texts texts, Consumer<String> openPlace) {
    this.model = model;
    this.texts = texts;
    this.openPlace = openPlace;
  }

  void theme(Theme theme) {
    palette = theme.palette();
    update();
  }

  /// Between which instants the bars lie.
  void span(long newFrom, long newTo) {
    long room = Math.max(1, (newTo - newFrom) / 24);
    from = Math.max(0, newFrom - room);
    to = newTo + room;
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  void update() {
    shown.forEach(Updated::update);
  }

  private long now() {
    return model.playhead().instant();
  }

  /// How a result looks.
  static String style(HttpExchange exchange, State state) {
    return switch (state) {
      case NOT_YET -> "";
      case LOOKING_UP, CONNECTING, SECURING, SENDING, WAITING, RECEIVING -> "busy";
      case FAILED -> "bad";
      case DONE -> exchange.status() >= 500 ? "bad" : exchange.status() >= 400 ? "warn" : "good";
    };
  }

  String status(HttpExchange exchange, State state) {
    return switch (state) {
      case DONE -> exchange.status() + " " + exchange.reason();
      case FAILED -> texts.text("failed." + exchange.failure());
      case NOT_YET, LOOKING_UP, CONNECTING, SECURING, SENDING, WAITING, RECEIVING ->
          texts.text("state." + state);
    };
  }

  /// Why there never was a request; empty text where there was one.
  String why(HttpExchange exchange) {
    TlsConversation tls = exchange.tls();
    if (exchange.request() != null || exchange.failure() == null) {
      return "";
    }
    return switch (exchange.failure()) {
      case INSECURE -> tls == null ? "" : tls.failure(true);
      case REFUSED ->
          texts.text(
              "why.refused",
              exchange.server().address().toString(),
              Integer.toString(exchange.server().port()));
      case RESET, CLOSED -> "";
    };
  }

  /// The same without who says it, where there is little room.
  private String brief(HttpExchange exchange) {
    return why(exchange).replaceFirst("^[a-z]+: ", "");
  }

  /// How long it took, or has taken so far.
  String time(HttpExchange exchange, State state, long now) {
    HttpTimes times = exchange.atClient();
    long end =
        switch (state) {
          case NOT_YET -> -1;
          case DONE -> times.responseLast();
          case FAILED -> exchange.failedAt();
          case LOOKING_UP, CONNECTING, SECURING, SENDING, WAITING, RECEIVING -> now;
        };
    return end < 0 ? "–" : String.format(Locale.ROOT, "%.1f", (end - times.start()) / 1_000_000.0);
  }

  TableRow<Integer> row() {
    Row row = new Row();
    shown.add(row);
    return row;
  }

  private static boolean isThere(TableCell<?, ?> cell, HttpModel model) {
    return !cell.isEmpty() && cell.getIndex() >= 0 && cell.getIndex() < model.size();
  }

  private final class Row extends TableRow<Integer> implements Updated {
    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    @Override
    public void update() {
      boolean isThere = !isEmpty() && getIndex() >= 0 && getIndex() < model.size();
      pseudoClassStateChanged(
          LATER, isThere && model.exchange(getIndex()).state(now()) == State.NOT_YET);
    }
  }

  TableCell<Integer, Integer> cell(HttpColumn column) {
    return switch (column) {
      case WATERFALL -> register(new BarCell());
      case STATUS -> register(new StatusCell());
      case SECURITY -> register(new LockCell());
      default -> register(new TextCell(column));
    };
  }

  private <T extends Updated> T register(T cell) {
    shown.add(cell);
    return cell;
  }

  private final class TextCell extends TableCell<Integer, Integer> implements Updated {
    private final HttpColumn column;
    private final Tooltip tooltip = new Tooltip();

    TextCell(HttpColumn column) {
      this.column = column;
      setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      String style =
          switch (column) {
            case METHOD -> "talk-strong";
            case TYPE, HOST -> "talk-muted";
            case SENT_BY -> "talk-link";
            default -> "";
          };
      if (!style.isEmpty()) {
        getStyleClass().add(style);
      }
      if (column == HttpColumn.TYPE) {
        getStyleClass().add("talk-words");
      }
      if (column == HttpColumn.SENT_BY) {
        setOnMouseClicked(_ -> openPlace());
      }
    }

    private void openPlace() {
      if (isThere(this, model)) {
        String place = model.sentBy(model.exchange(getIndex()));
        if (!place.isEmpty()) {
          openPlace.accept(place);
        }
      }
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    @Override
    public void update() {
      if (!isThere(this, model)) {
        setText(null);
        setTooltip(null);
        return;
      }
      HttpExchange exchange = model.exchange(getIndex());
      String text = text(exchange);
      if (!text.equals(getText())) {
        setText(text);
        boolean isReason = column == HttpColumn.PATH && text.equals(brief(exchange));
        pseudoClassStateChanged(REASON, isReason);
        boolean isAddress = column == HttpColumn.PATH && !isReason;
        tooltip.setText(isAddress ? exchange.url() : isReason ? why(exchange) : text);
        setTooltip(text.length() > 12 ? tooltip : null);
      }
    }

    /// What the server has sent is not there before the client has it.
    private static boolean hasAnswer(HttpExchange exchange, State state) {
      return switch (state) {
        case LOOKING_UP, CONNECTING, SECURING, SENDING, WAITING -> false;
        case NOT_YET, RECEIVING, DONE, FAILED -> exchange.response() != null;
      };
    }

    /// Where there never was a request, the reason stands in its place.
    private String path(HttpExchange exchange, State state) {
      String why = state == State.FAILED ? brief(exchange) : "";
      return !why.isEmpty() ? why : exchange.path().isEmpty() ? "–" : exchange.path();
    }

    private String text(HttpExchange exchange) {
      State state = exchange.state(now());
      return switch (column) {
        case METHOD -> exchange.method().isEmpty() ? "–" : exchange.method();
        case HOST -> exchange.host();
        case PATH -> path(exchange, state);
        case TYPE -> hasAnswer(exchange, state) ? exchange.contentType() : "";
        case SIZE -> hasAnswer(exchange, state) ? grouped(exchange.contentOctets()) : "–";
        case TIME -> time(exchange, state, now());
        case SENT_BY -> file(model.sentBy(exchange));
        case STATUS, SECURITY, WATERFALL -> "";
      };
    }
  }

  /// `4 657`: in thin groups of three.
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
  }

  private static String file(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /// Whether TLS protects an exchange.
  private final class LockCell extends TableCell<Integer, Integer> implements Updated {
    private final FontIcon icon = new FontIcon(MaterialDesignL.LOCK_OUTLINE);
    private final Tooltip tooltip = new Tooltip();

    LockCell() {
      getStyleClass().add("http-lock");
      setAlignment(Pos.CENTER);
      tooltip.setOnShowing(_ -> {
        if (isThere(this, model)) {
          tooltip.setText(security(model.exchange(getIndex())));
        }
      });
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    @Override
    public void update() {
      HttpExchange exchange = isThere(this, model) ? model.exchange(getIndex()) : null;
      if (exchange == null || !exchange.isSecure()) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(exchange == null ? null : exchange.scheme());
        return;
      }
      boolean isBroken = exchange.failure() == HttpExchange.Failure.INSECURE;
      icon.setIconCode(
          isBroken ? MaterialDesignL.LOCK_ALERT_OUTLINE : MaterialDesignL.LOCK_OUTLINE);
      icon.getStyleClass().setAll("ikonli-font-icon", isBroken ? "http-broken" : "http-locked");
      setTooltip(tooltip);
      setAccessibleText(exchange.scheme());
      setGraphic(icon);
    }
  }

  /// How an exchange is protected, in a few words.
  String security(HttpExchange exchange) {
    TlsConversation tls = exchange.tls();
    if (tls == null) {
      return exchange.scheme();
    }
    String why = tls.failure(true);
    String agreed = tls.suite().isEmpty() ? "" : tls.versionName() + " · " + tls.suite();
    return why.isEmpty() ? agreed : why;
  }

  private final class StatusCell extends TableCell<Integer, Integer> implements Updated {
    private final Region dot = new Region();
    private final Label label = new Label();
    private final HBox box = new HBox(6, dot, label);
    private final Tooltip tooltip = new Tooltip();
    private String full = "";
    private String brief = "";

    StatusCell() {
      widthProperty().addListener((_, _, _) -> fit());
      box.setAlignment(Pos.CENTER_LEFT);
      dot.getStyleClass().setAll("talk-dot");
      label.getStyleClass().add("http-status");
      label.setMinWidth(0);
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    private String brief(HttpExchange exchange, boolean isFailed) {
      return isFailed
          ? texts.text("brief." + exchange.failure())
          : exchange.isDone() ? Integer.toString(exchange.status()) : full;
    }

    /// A word is never cut: where the words have no room, the number stands alone.
    private void fit() {
      label.setText(full);
      boolean hasRoom = getWidth() <= 0 || label.prefWidth(-1) <= getWidth() - AROUND_STATUS;
      if (!hasRoom) {
        label.setText(brief);
      }
      tooltip.setText(full);
      setTooltip(hasRoom ? null : tooltip);
    }

    @Override
    public void update() {
      if (!isThere(this, model)) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      HttpExchange exchange = model.exchange(getIndex());
      State state = exchange.state(now());
      // A row that is to come is dimmed, and says what will come.
      boolean isKnown = state == State.NOT_YET && exchange.isDone();
      String text = status(exchange, isKnown ? State.DONE : state);
      if (!text.equals(full)) {
        full = text;
        brief = brief(exchange, state == State.FAILED);
        fit();
        dot.getStyleClass().setAll("talk-dot", style(exchange, isKnown ? State.DONE : state));
        setAccessibleText(text);
      }
      if (getGraphic() == null) {
        setGraphic(box);
      }
    }
  }

  /// The steps on the list's line of time, with the playhead.
  private final class BarCell extends TableCell<Integer, Integer> implements Updated {
    private final Canvas canvas = new Canvas(10, ROW - 1);
    private final Tooltip tooltip = new Tooltip();

    BarCell() {
      getStyleClass().add("http-bars");
      tooltip.setOnShowing(_ -> {
        if (isThere(this, model)) {
          tooltip.setText(steps(model.exchange(getIndex())));
        }
      });
      setTooltip(tooltip);
      widthProperty().addListener((_, _, _) -> update());
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
      super.updateItem(item, empty);
      update();
    }

    @Override
    public void update() {
      if (!isThere(this, model) || getWidth() <= 0) {
        setGraphic(null);
        return;
      }
      double width = Math.floor(getWidth());
      canvas.setWidth(width);
      GraphicsContext gc = canvas.getGraphicsContext2D();
      gc.clearRect(0, 0, width, ROW);
      gc.setStroke(palette.borderMuted());
      gc.setLineWidth(1);
      for (long tick : HttpAxis.ticks(from, to, width)) {
        double x = Math.floor(width * (tick - from) / (to - from)) + 0.5;
        gc.strokeLine(x, 0, x, ROW);
      }
      long edge = model.playhead().liveEdge();
      HttpBars.paint(gc, palette, model.exchange(getIndex()), from, to, edge, width, (ROW - 1) / 2);
      double x = Math.round(width * (now() - from) / (double) (to - from));
      if (x >= 0 && x <= width) {
        gc.setFill(palette.accent());
        gc.fillRect(x - 1, 0, 2, ROW);
      }
      if (getGraphic() == null) {
        setGraphic(canvas);
      }
    }
  }

  private String steps(HttpExchange exchange) {
    StringBuilder text = new StringBuilder();
    HttpTimes times = exchange.atClient();
    for (HttpBars.Step step : HttpBars.Step.values()) {
      long[] extent = HttpBars.extent(step, times, exchange.failedAt(), now());
      if (extent[0] >= 0) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(texts.text("step." + step))
            .append(' ')
            .append(TimeText.span(extent[1] - extent[0]));
      }
    }
    return text.toString();
  }
}
