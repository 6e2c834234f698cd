package netarium.app.canvas.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.paint.GlyphPainter;
import netarium.app.canvas.paint.Pen;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Palette;
import org.kordamp.ikonli.Ikon;

/// Writes what is drawn as SVG. Places are written as they end up, so the file needs no nested
/// transformations; shapes of protocols are defined once and used by name.
public final class SvgPen implements Pen {
  /// The size in which icon outlines are given.
  private static final double ICON = 24;

  /// How far below its middle a line of text stands, in font sizes.
  private static final double BASELINE = 0.36;

  private final StringBuilder body = new StringBuilder();
  private final StringBuilder definitions = new StringBuilder();
  private final StringBuilder path = new StringBuilder();
  private final Palette palette;
  private final ResourceBundle icons;
  private final Set<Glyph> defined = EnumSet.noneOf(Glyph.class);
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Frame frame = new Frame(0, 0, 1);
  private Color fill = Color.BLACK;
  private Color stroke = Color.BLACK;
  private double lineWidth = 1;
  private double alpha = 1;
  private String dashes = "";
  private double width;
  private double height;

  /// Where the origin lies and how large a unit is.
  private record Frame(double x, double y, double scale) {}

  public SvgPen(Palette palette) {
    this.palette = palette;
    icons = ResourceBundle.getBundle("netarium.app.canvas.paint.icons", Locale.ROOT);
  }

  /// The whole document.
  public String document(String title) {
    String size = number(width) + "\" height=\"" + number(height);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + size
        + "\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" stroke-linejoin=\"round\">\n<title>"
        + escaped(title)
        + "</title>\n<defs>\n"
        + definitions
        + "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\""
        + hex(palette.canvas())
        + "\"/>\n"
        + body
        + "</svg>\n";
  }

  /// Layers lie on each other; only the first says how large the picture is.
  @Override
  public void clear(double newWidth, double newHeight) {
    width = Math.max(width, newWidth);
    height = Math.max(height, newHeight);
  }

  @Override
  public void setFill(Color color) {
    fill = color;
  }

  @Override
  public void setStroke(Color color) {
    stroke = color;
  }

  @Override
  public void setLineWidth(double newWidth) {
    lineWidth = newWidth;
  }

  @Override
  public void setLineDashes(double... lengths) {
    StringBuilder list = new StringBuilder();
    for (double length : lengths) {
      list.append(list.isEmpty() ? "" : " ").append(number(length * frame.scale));
    }
    dashes = list.toString();
  }

  @Override
  public void setGlobalAlpha(double newAlpha) {
    alpha = newAlpha;
  }

  @Override
  public void fillRect(double x, double y, double w, double h) {
    rectangle(x, y, w, h, 0, filled());
  }

  @Override
  public void strokeRect(double x, double y, double w, double h) {
    rectangle(x, y, w, h, 0, stroked());
  }

  @Override
  public void fillRoundRect(double x, double y, double w, double h, double arc) {
    rectangle(x, y, w, h, arc, filled());
  }

  @Override
  public void strokeRoundRect(double x, double y, double w, double h, double arc) {
    rectangle(x, y, w, h, arc, stroked());
  }

  private void rectangle(double x, double y, double w, double h, double arc, String look) {
    body.append("<rect x=\"").append(x(x)).append("\" y=\"").append(y(y));
    body.append("\" width=\"").append(length(Math.max(0, w)));
    body.append("\" height=\"").append(length(Math.max(0, h))).append('"');
    if (arc > 0) {
      body.append(" rx=\"").append(length(Math.min(arc, Math.min(w, h)) / 2)).append('"');
    }
    body.append(look).append("/>\n");
  }

  @Override
  public void fillOval(double x, double y, double w, double h) {
    oval(x, y, w, h, filled());
  }

  @Override
  public void strokeOval(double x, double y, double w, double h) {
    oval(x, y, w, h, stroked());
  }

  private void oval(double x, double y, double w, double h, String look) {
    body.append("<ellipse cx=\"").append(x(x + w / 2)).append("\" cy=\"").append(y(y + h / 2));
    body.append("\" rx=\"").append(length(w / 2)).append("\" ry=\"").append(length(h / 2));
    body.append('"').append(look).append("/>\n");
  }

  @Override
  public void strokeLine(double fromX, double fromY, double toX, double toY) {
    body.append("<path d=\"M").append(x(fromX)).append(' ').append(y(fromY));
    body.append('L').append(x(toX)).append(' ').append(y(toY)).append('"');
    body.append(stroked()).append("/>\n");
  }

  @Override
  public void beginPath() {
    path.setLength(0);
  }

  @Override
  public void moveTo(double x, double y) {
    path.append('M').append(x(x)).append(' ').append(y(y));
  }

  @Override
  public void lineTo(double x, double y) {
    path.append('L').append(x(x)).append(' ').append(y(y));
  }

  @Override
  public void quadraticCurveTo(double controlX, double controlY, double x, double y) {
    path.append('Q').append(x(controlX)).append(' ').append(y(controlY)).append(' ');
    path.append(x(x)).append(' ').append(y(y));
  }

  @Override
  public void closePath() {
    path.append('Z');
  }

  @Override
  public void fill() {
    body.append("<path d=\"").append(path).append('"').append(filled()).append("/>\n");
  }

  @Override
  public void stroke() {
    body.append("<path d=\"").append(path).append('"').append(stroked()).append("/>\n");
  }

  @Override
  public void save() {
    frames.push(frame);
  }

  @Override
  public void translate(double x, double y) {
    frame = new Frame(frame.x + x * frame.scale, frame.y + y * frame.scale, frame.scale);
  }

  /// Pictures of networks are never squeezed: both scales are the same.
  @Override
  public void scale(double x, double y) {
    if (x != y) {
      throw new IllegalStateException("invariant broken: painters scale both ways alike");
    }
    frame = new Frame(frame.x, frame.y, frame.scale * x);
  }

  @Override
  public void restore() {
    frame = frames.pop();
  }

  @Override
  public void text(String text, double x, double y, Font font, TextAlignment align) {
    if (text.isEmpty()) {
      return;
    }
    String anchor =
        switch (align) {
          case CENTER -> " text-anchor=\"middle\"";
          case RIGHT -> " text-anchor=\"end\"";
          case LEFT, JUSTIFY -> "";
        };
    body.append("<text x=\"").append(x(x));
    body.append("\" y=\"").append(y(y + font.getSize() * BASELINE)).append('"').append(anchor);
    body.append(" font-family=\"").append(family(font)).append('"');
    body.append(" font-size=\"").append(length(font.getSize())).append('"');
    body.append(weight(font)).append(filled()).append(" xml:space=\"preserve\">");
    body.append(escaped(text)).append("</text>\n");
  }

  private static String family(Font font) {
    return font.getName().startsWith("JetBrains Mono")
        ? "'JetBrains Mono', monospace"
        : "Inter, sans-serif";
  }

  private static String weight(Font font) {
    String name = font.getName();
    if (name.endsWith("Semi Bold") || name.endsWith("SemiBold")) {
      return " font-weight=\"600\"";
    }
    return name.endsWith("Medium") ? " font-weight=\"500\"" : "";
  }

  @Override
  public void icon(Ikon icon, double x, double y, double size) {
    String outline = icons.getString(icon.getDescription());
    body.append("<path transform=\"translate(").append(x(x)).append(' ').append(y(y));
    body.append(") scale(").append(number(size / ICON * frame.scale));
    body.append(")\" d=\"").append(outline).append('"').append(filled()).append("/>\n");
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size) {
    String name = "glyph-" + glyph.name().toLowerCase(Locale.ROOT);
    if (defined.add(glyph)) {
      SvgPen shape = new SvgPen(palette);
      GlyphPainter.paint(shape, glyph, 0, 0, size, palette, true);
      definitions.append("<g id=\"").append(name).append("\">\n").append(shape.body);
      definitions.append("</g>\n");
    }
    body.append("<use href=\"#").append(name).append("\" x=\"").append(x(x));
    body.append("\" y=\"").append(y(y)).append("\"/>\n");
  }

  private String x(double x) {
    return number(frame.x + x * frame.scale);
  }

  private String y(double y) {
    return number(frame.y + y * frame.scale);
  }

  private String length(double length) {
    return number(length * frame.scale);
  }

  private String filled() {
    return " fill=\"" + hex(fill) + "\"" + opacity("fill-opacity", fill);
  }

  private String stroked() {
    return " fill=\"none\" stroke=\""
        + hex(stroke)
        + "\" stroke-width=\""
        + length(lineWidth)
        + "\""
        + opacity("stroke-opacity", stroke)
        + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }

  private String opacity(String attribute, Color color) {
    double opacity = color.getOpacity() * alpha;
    return opacity >= 1 ? "" : " " + attribute + "=\"" + number(opacity) + "\"";
  }

  private static String hex(Color color) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(color.getRed() * 255),
        Math.round(color.getGreen() * 255),
        Math.round(color.getBlue() * 255));
  }

  /// Hundredths are as exact as a picture needs.
  private static String number(double value) {
    double rounded = Math.rint(value * 100) / 100;
    long whole = (long) rounded;
    return whole == rounded ? Long.toString(whole) : Double.toString(rounded);
  }

  /// Text may hold what XML must not.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(each -> {
          switch (each) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isAllowed(each) ? each : 0xfffd);
          }
        });
    return escaped.toString();
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || character >= 0x10000;
  }
}
