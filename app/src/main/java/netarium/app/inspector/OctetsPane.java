package netarium.app.inspector;

import java.util.HexFormat;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The octets of a frame: place, hexadecimal, text; tinted by layer, the marked field in one run.
/// It draws the rows that are in sight, however long the frame.
final class OctetsPane extends Region {
  private static final double ROW = 19;
  private static final double LEFT = 12;
  private static final double TOP = 6;
  private static final double WIDE = 480;
  private static final double FONT = 11.5;

  private final InspectorModel model;
  private final Words words;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final Font font = new Fonts().mono(FONT);
  private final double letter;
  private Palette palette = Theme.DARK.palette();
  private @Nullable Dissection shown;
  private @Nullable LayerField marked;
  private int anchor;

  OctetsPane(InspectorModel model, Words words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("inspector-octets");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText(words.text("octets.label"));
    Text measure = new Text("0".repeat(100));
    measure.setFont(font);
    letter = measure.getLayoutBounds().getWidth() / 100;
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener((_, _, _) -> draw());
    getChildren().addAll(canvas, bar);
    setMinHeight(60);
    setPrefHeight(190);
    setOnMousePressed(this::pressed);
    setOnScroll(this::scrolled);
    setOnKeyPressed(this::pressed);
    focusedProperty().addListener((_, _, _) -> draw());
  }

  void theme(Theme theme) {
    palette = theme.palette();
    draw();
  }

  /// Shows what has become of the model; a field marked elsewhere comes into sight.
  void show() {
    Dissection dissection = model.dissection().orElse(null);
    LayerField field = model.field().orElse(null);
    boolean isOther = !Objects.equals(dissection, shown);
    boolean isMoved = !Objects.equals(field, marked);
    shown = dissection;
    marked = field;
    if (isOther) {
      layoutBar();
      bar.setValue(0);
    }
    if (field != null && (isOther || isMoved)) {
      anchor = isMoved && field.holds(anchor) ? anchor : field.offset();
      reveal(anchor);
      setAccessibleHelp(
          words.text(
              "octets.selected",
              field.offset(),
              Math.max(field.offset(), field.end() - 1),
              words.label(field)));
    }
    draw();
  }

  private int across() {
    return getWidth() < WIDE ? 8 : 16;
  }

  private int rows() {
    return shown == null ? 0 : (shown.octets().length() + across() - 1) / across();
  }

  private double inSight() {
    return Math.max(ROW, getHeight() - 2 * TOP);
  }

  private void layoutBar() {
    double over = Math.max(0, rows() * ROW - inSight());
    bar.setMax(over);
    bar.setVisibleAmount(over == 0 ? 1 : over * inSight() / (rows() * ROW));
    bar.setUnitIncrement(ROW);
    bar.setBlockIncrement(inSight());
    bar.setVisible(over > 0);
    bar.setValue(Math.min(bar.getValue(), over));
  }

  @Override
  protected void layoutChildren() {
    double barWidth = bar.prefWidth(-1);
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
    layoutBar();
    if (marked != null) {
      reveal(anchor);
    }
    draw();
  }

  private void reveal(int octet) {
    double top = octet / across() * ROW;
    if (top < bar.getValue()) {
      bar.setValue(Math.max(0, top));
    } else if (top + ROW > bar.getValue() + inSight()) {
      bar.setValue(Math.min(bar.getMax(), top + ROW - inSight()));
    }
  }

  private double hexX(int column) {
    return LEFT + letter * (6 + 3 * column + (column >= 4 ? 1 : 0) + column / 8);
  }

  private double textX(int column) {
    return hexX(across()) + letter * (1 + column);
  }

  private void draw() {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, getWidth(), getHeight());
    if (shown == null) {
      return;
    }
    gc.setFont(font);
    gc.setTextBaseline(VPos.CENTER);
    Octets octets = shown.octets();
    int first = (int) Math.floor(bar.getValue() / ROW);
    int last = Math.min(rows(), first + (int) Math.ceil(getHeight() / ROW) + 1);
    for (int row = first; row < last; row++) {
      double top = TOP + row * ROW - bar.getValue();
      int from = row * across();
      int to = Math.min(from + across(), octets.length());
      run(gc, from, to, top);
      gc.setFill(palette.textSubtle());
      String place = HexFormat.of().toHexDigits((short) from);
      gc.fillText(place, LEFT, top + ROW / 2);
      for (int at = from; at < to; at++) {
        octet(gc, octets.at(at), at, at - from, top + ROW / 2);
      }
    }
    if (isFocused()) {
      gc.setStroke(palette.accent());
      gc.setLineWidth(1);
      gc.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
    }
  }

  /// The marked octets of a row, behind both columns.
  private void run(GraphicsContext gc, int from, int to, double top) {
    LayerField field = marked;
    if (field == null || field.length() == 0 || field.end() <= from || field.offset() >= to) {
      return;
    }
    int begin = Math.max(field.offset(), from) - from;
    int end = Math.min(field.end(), to) - from - 1;
    gc.setFill(palette.accentFill());
    double pad = 3;
    gc.fillRoundRect(
        hexX(begin) - pad, top, hexX(end) + 2 * letter - hexX(begin) + 2 * pad, ROW, 4, 4);
    gc.fillRoundRect(textX(begin) - 1, top, (end - begin + 1) * letter + 2, ROW, 4, 4);
  }

  private void octet(GraphicsContext gc, int value, int at, int column, double middle) {
    boolean isMarked = marked != null && marked.holds(at);
    gc.setFill(isMarked ? palette.onAccent() : color(at));
    gc.fillText(HexFormat.of().toHexDigits((byte) value), hexX(column), middle);
    boolean isSeen = value >= 0x20 && value < 0x7f;
    if (!isSeen && !isMarked) {
      gc.setFill(palette.textSubtle());
    }
    gc.fillText(isSeen ? Character.toString((char) value) : "·", textX(column), middle);
  }

  private Color color(int octet) {
    if (shown != null) {
      for (Layer layer : shown.layers()) {
        if (layer.holds(octet)) {
          return color(layer.kind());
        }
      }
    }
    return palette.text();
  }

  private Color color(Layer.Kind kind) {
    return switch (kind) {
      case ETHERNET, PADDING -> palette.textMuted();
      case IPV4, DATA -> palette.text();
      case ARP -> palette.glyph(Glyph.ARP).ink();
      case ICMP -> palette.glyph(Glyph.ICMP).ink();
      case UDP, DNS -> palette.glyph(Glyph.UDP).ink();
      case TCP, SOCKS, HLHV -> palette.glyph(Glyph.TCP).ink();
      case HTTP -> palette.glyph(Glyph.HTTP).ink();
      case WEB_SOCKET -> palette.glyph(Glyph.WEB_SOCKET).ink();
      case TLS -> palette.glyph(Glyph.TLS).ink();
      case MALFORMED -> palette.danger();
    };
  }

  /// The octet at a place of the pane, or -1.
  int octetAt(double x, double y) {
    if (shown == null || y < TOP) {
      return -1;
    }
    int row = (int) ((y - TOP + bar.getValue()) / ROW);
    for (int column = 0; column < across(); column++) {
      boolean isInHex = x >= hexX(column) - letter / 2 && x < hexX(column) + 2.5 * letter;
      boolean isInText = x >= textX(column) && x < textX(column) + letter;
      int at = row * across() + column;
      if ((isInHex || isInText) && at < shown.octets().length()) {
        return at;
      }
    }
    return -1;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int octet = octetAt(event.getX(), event.getY());
    if (octet >= 0) {
      anchor = octet;
      model.markOctet(octet);
    }
    event.consume();
  }

  private void scrolled(ScrollEvent event) {
    double to = bar.getValue() - event.getDeltaY();
    bar.setValue(Math.max(0, Math.min(bar.getMax(), to)));
    event.consume();
  }

  private void pressed(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -across();
          case DOWN -> across();
          case HOME -> -Integer.MAX_VALUE / 2;
          case END -> Integer.MAX_VALUE / 2;
          default -> 0;
        };
    if (by != 0 && shown != null) {
      anchor = Math.max(0, Math.min(shown.octets().length() - 1, anchor + by));
      model.markOctet(anchor);
      reveal(anchor);
      event.consume();
    }
  }
}
