package netarium.app.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import netarium.app.session.Playhead;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import netarium.app.theme.Fonts;
import netarium.app.theme.Theme;
import netarium.app.timeline.TimelineLog.Mark;
import netarium.app.timeline.TimelineLog.Row;
import netarium.engine.analysis.HttpExchange;
import org.jspecify.annotations.Nullable;

/// The strip of time. Drag to look at another instant, turn the wheel to zoom, click a frame or a
/// mark to select it; with the focus, arrows go from frame to frame, with Shift from event to
/// event.
public final class TimelineView extends Region {
  public static final double HEIGHT = 98;
  private static final double GUTTER = 132;
  private static final double WHEEL = 1.0015;
  private static final double KEY_ZOOM = 1.6;
  private static final double NEAR = 4;

  /// How far to the right the live edge may come before the scale changes.
  private static final double EDGE_SHARE = 0.9;

  private static final long FIRST_SPAN_NANOS = 50_000_000;

  private final TimelineLog log;
  private final Transport transport;
  private final Playhead playhead;
  private final Selection selection;
  private final Texts texts;
  private final Fonts fonts = new Fonts();
  private final Canvas canvas = new Canvas();
  private final Strip strip = new Strip();
  private final Label state = new Label();
  private final Label frames = new Label();
  private final Label exchanges = new Label();
  private final Label marks = new Label();
  private final Label empty = new Label();
  private final Tooltip tooltip = new Tooltip();
  private Theme theme = Theme.LIGHT;
  private TimeScale scale = TimeScale.fitting(FIRST_SPAN_NANOS, 1_000);
  private boolean isFitted = true;
  private boolean isDragged;
  private double pressedX;
  private long paintings;

  /// What is painted. It is its own root of layout, so however often something changes between two
  /// frames of the screen it is painted once, and nothing around it is laid out again.
  private final class Strip extends Pane {
    @Override
    protected void layoutChildren() {
      paint();
    }
  }

  public TimelineView(TimelineLog log, Transport transport, Selection selection, Locale locale) {
    this.log = log;
    this.transport = transport;
    this.playhead = transport.playhead();
    this.selection = selection;
    texts = new Texts(TimelineView.class, locale);
    getStyleClass().add("timeline-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    state.getStyleClass().add("timeline-state");
    frames.setText(texts.text("row.frames"));
    marks.setText(texts.text("row.marks"));
    exchanges.setText(texts.text("row.exchanges"));
    exchanges.setVisible(false);
    exchanges.getStyleClass().add("timeline-row");
    frames.getStyleClass().add("timeline-row");
    marks.getStyleClass().add("timeline-row");
    empty.setText(texts.text("empty"));
    empty.getStyleClass().add("timeline-empty");
    empty.setMouseTransparent(true);
    strip.getChildren().add(canvas);
    strip.setManaged(false);
    getChildren().setAll(strip, state, frames, exchanges, marks, empty);
    canvas.getStyleClass().add("timeline-canvas");
    canvas.setCursor(Cursor.TEXT);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::dragged);
    canvas.setOnMouseReleased(this::released);
    canvas.setOnMouseMoved(this::moved);
    canvas.setOnScroll(this::scrolled);
    Tooltip.install(canvas, tooltip);
    setOnKeyPressed(this::key);
    log.listen(this::show);
    transport.listen(this::show);
    playhead.listen(this::show);
    selection.listen(this::show);
    show();
  }

  /// Draws in another theme's colours.
  public void theme(Theme chosen) {
    theme = chosen;
    show();
  }

  /// How often the strip has been drawn.
  long paintings() {
    return paintings;
  }

  TimeScale scale() {
    return scale;
  }

  /// Shows the whole run.
  public void fit() {
    isFitted = true;
    scale = TimeScale.fitting(span(), canvas.getWidth());
    show();
  }

  private long span() {
    return Math.max(FIRST_SPAN_NANOS, playhead.liveEdge() + playhead.liveEdge() / 4);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(0, getWidth() - GUTTER);
    double height = Math.max(0, getHeight() - 2);
    strip.resizeRelocate(GUTTER, 1, width, height);
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      if (isFitted) {
        scale = TimeScale.fitting(span(), width);
      }
    }
    double inset = 12;
    state.resizeRelocate(inset, 0, GUTTER - inset - 4, TimelinePainter.RULER);
    Lanes lanes = lanes();
    double middle = (lanes.framesTop() + lanes.framesBottom()) / 2;
    frames.resizeRelocate(inset, middle - 10, GUTTER - 2 * inset, 20);
    exchanges.setVisible(lanes.hasExchanges());
    exchanges.resizeRelocate(inset, lanes.exchanges() - 2, GUTTER - 2 * inset, 20);
    marks.resizeRelocate(inset, lanes.marksMiddle() - 10, GUTTER - 2 * inset, 20);
    empty.autosize();
    double below = getHeight() - TimelinePainter.RULER;
    empty.relocate(
        Math.rint(GUTTER + (width - empty.getWidth()) / 2),
        Math.rint(TimelinePainter.RULER + (below - empty.getHeight()) / 2));
    strip.requestLayout();
  }

  private void show() {
    follow();
    boolean hasBegun = transport.state().phase() != Phase.READY;
    String key = !hasBegun ? "state.ready" : playhead.isLive() ? "state.live" : "state.past";
    state.setText(texts.text(key));
    state.getStyleClass().setAll("timeline-state", key.replace('.', '-'));
    empty.setVisible(!hasBegun && log.isEmpty());
    setAccessibleText(texts.text("accessible", TimeText.micros(playhead.instant())));
    if (lanes().hasExchanges() != exchanges.isVisible()) {
      requestLayout();
    }
    strip.requestLayout();
  }

  /// Keeps the live edge in sight while it is what is looked at: the whole run, as long as nobody
  /// has zoomed; after that the strip moves along.
  private void follow() {
    double width = canvas.getWidth();
    if (width <= 0) {
      return;
    }
    if (isFitted) {
      double edge = scale.x(playhead.liveEdge());
      boolean isTooWide = scale.nanosPerPixel() * width > 3.0 * span();
      if (edge > width * EDGE_SHARE || isTooWide) {
        scale = TimeScale.fitting(span(), width);
      }
      return;
    }
    double x = scale.x(playhead.instant());
    if (!isDragged && (x < 0 || x > width * EDGE_SHARE)) {
      scale = scale.moved(x - width * (x < 0 ? 0.5 : playhead.isLive() ? EDGE_SHARE : 0.5));
    }
  }

  private void paint() {
    if (canvas.getWidth() <= 0) {
      return;
    }
    paintings++;
    new TimelinePainter(canvas.getGraphicsContext2D(), theme.palette(), fonts, picture()).paint();
  }

  private Lanes lanes() {
    return Lanes.of(!log.exchanges().isEmpty());
  }

  private @Nullable HttpExchange exchangeAt(double x, double y) {
    return lanes().hasExchanges() ? new ExchangePainter(picture()).at(x, y) : null;
  }

  private Picture picture() {
    return new Picture(
        log,
        scale,
        canvas.getWidth(),
        canvas.getHeight(),
        playhead.instant(),
        playhead.liveEdge(),
        playhead.isLive(),
        transport.state().phase() != Phase.READY,
        selectedFrame(),
        transport.skips(),
        texts.text("live"),
        texts.text("mark.start"),
        texts.text("skipped"));
  }

  private int selectedFrame() {
    long ordinal = selection.event();
    if (ordinal < 0 || ordinal >= transport.log().size()) {
      return -1;
    }
    Row row = log.frames();
    long at = transport.log().event(ordinal).at().nanos();
    for (int i = row.countBelow(at); i < row.size() && row.instant(i) == at; i++) {
      if (row.ordinal(i) == ordinal) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getClickCount() == 2) {
      fit();
      return;
    }
    pressedX = event.getX();
    isDragged = false;
    long hit = hit(event.getX(), event.getY());
    if (hit >= 0) {
      transport.show(hit);
    } else {
      playhead.moveTo(scale.instant(event.getX()));
    }
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && (isDragged || Math.abs(event.getX() - pressedX) > NEAR)) {
      isDragged = true;
      playhead.moveTo(scale.instant(Math.clamp(event.getX(), 0, canvas.getWidth())));
    }
  }

  private void released(MouseEvent event) {
    isDragged = false;
  }

  /// The event whose bar or mark is nearest to a point, if one is near enough; else -1.
  long hit(double x, double y) {
    if (y < TimelinePainter.RULER) {
      return -1;
    }
    Lanes lanes = lanes();
    if (y < lanes.framesBottom() + (lanes.hasExchanges() ? 1 : NEAR)) {
      return nearest(log.frames(), x, NEAR);
    }
    HttpExchange exchange = exchangeAt(x, y);
    if (exchange != null) {
      return exchange.ordinal();
    }
    for (Mark mark : Mark.values()) {
      long found = nearest(log.row(mark), x, mark == Mark.CONSOLE ? NEAR : MarkPainter.BIN - 2);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private long nearest(Row row, double x, double reach) {
    int after = row.countBelow(scale.instant(x));
    double best = reach;
    long found = -1;
    for (int i = Math.max(0, after - 1); i <= after && i < row.size(); i++) {
      double distance = Math.abs(scale.x(row.instant(i)) - x);
      if (distance < best) {
        best = distance;
        found = row.ordinal(i);
      }
    }
    return found;
  }

  private void moved(MouseEvent event) {
    tooltip.setText(words(event.getX(), event.getY()));
  }

  private String words(double x, double y) {
    String at = TimeText.micros(scale.instant(x));
    HttpExchange exchange = exchangeAt(x, y);
    if (exchange != null) {
      String status = exchange.status() == 0 ? "…" : Integer.toString(exchange.status());
      return exchange.method() + " " + exchange.url() + " " + status;
    }
    if (y > lanes().framesBottom() + NEAR) {
      for (Map.Entry<Mark, Row> each : log.marks().entrySet()) {
        Row row = each.getValue();
        int from = row.countBelow(scale.instant(x - MarkPainter.BIN / 2));
        int count = row.countBelow(scale.instant(x + MarkPainter.BIN / 2)) - from;
        if (count > 0) {
          String key = "mark." + each.getKey().name().toLowerCase(Locale.ROOT) + ".tip";
          return texts.text(key, row.words(from), count, TimeText.micros(row.instant(from)));
        }
      }
    } else if (y > TimelinePainter.RULER) {
      Row row = log.frames();
      int count = row.countBelow(scale.instant(x + NEAR)) - row.countBelow(scale.instant(x - NEAR));
      return count == 0 ? at : texts.text("frames.tip", at, count);
    }
    return at;
  }

  private void scrolled(ScrollEvent event) {
    double amount = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    isFitted = false;
    if (event.isShiftDown() || event.getDeltaY() == 0) {
      scale = scale.moved(-amount);
    } else {
      scale = scale.zoomed(event.getX(), StrictMath.pow(WHEEL, -amount));
    }
    strip.requestLayout();
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean isHandled = true;
    switch (event.getCode()) {
      case KeyCode.LEFT -> {
        if (event.isShortcutDown()) {
          stepExchange(-1);
        } else if (event.isShiftDown()) {
          transport.stepEventBack();
        } else {
          transport.stepBack();
        }
      }
      case KeyCode.RIGHT -> {
        if (event.isShortcutDown()) {
          stepExchange(1);
        } else if (event.isShiftDown()) {
          transport.stepEvent();
        } else {
          transport.stepFrame();
        }
      }
      case KeyCode.HOME -> playhead.moveTo(0);
      case KeyCode.END -> transport.goLive();
      case KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS -> zoom(1 / KEY_ZOOM);
      case KeyCode.MINUS, KeyCode.SUBTRACT -> zoom(KEY_ZOOM);
      case KeyCode.DIGIT0, KeyCode.NUMPAD0 -> fit();
      default -> isHandled = false;
    }
    if (isHandled) {
      event.consume();
    }
  }

  /// Goes to the exchange that begins next, or to the one before.
  void stepExchange(int by) {
    List<HttpExchange> all = log.exchanges();
    long here = playhead.instant();
    long selected = selection.event();
    int at = by > 0 ? 0 : all.size() - 1;
    while (at >= 0 && at < all.size()) {
      HttpExchange each = all.get(at);
      long begins = each.atClient().requestFirst();
      boolean isThis = each.ordinal() == selected;
      boolean isBeyond = by > 0 ? begins > here : begins < here;
      boolean isNeighbour = begins == here && !isThis && (each.ordinal() > selected) == (by > 0);
      if (each.ordinal() >= 0 && !isThis && (isBeyond || isNeighbour)) {
        transport.pause();
        transport.show(each.ordinal());
        return;
      }
      at += by;
    }
  }

  /// Shows the time around an instant, `factor` times as much as now.
  void zoomAround(long instant, double factor) {
    playhead.moveTo(instant);
    zoom(factor);
    scale = scale.moved(scale.x(instant) - canvas.getWidth() / 2);
    strip.requestLayout();
  }

  private void zoom(double factor) {
    isFitted = false;
    scale = scale.zoomed(scale.x(playhead.instant()), factor);
    strip.requestLayout();
  }
}
