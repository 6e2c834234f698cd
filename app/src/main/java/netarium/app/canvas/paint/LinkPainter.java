package netarium.app.canvas.paint;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.ConnectionArc;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.LinkEndMark;
import netarium.app.canvas.scene.LinkLine;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.PortMark;
import netarium.app.canvas.scene.Side;
import netarium.app.theme.Palette;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// The bottom layer: the grid of dots, connections, the loops of machines that talk to themselves,
/// and links with their labels, meters, queues and the names of their ports.
public final class LinkPainter {
  private static final double GRID = 24;
  private static final double LEAST_GRID = 14;
  private static final double BUSY = 0.6;
  private static final double OVERLOADED = 0.85;
  private static final double LABEL_HEIGHT = 20;
  private static final double METER_WIDTH = 26;
  private static final double CHAR = 10.5;
  private static final int MOST_BOXES = 5;

  /// Where along a line its label may stand, the best place first.
  private static final double[] ALONG = {0.5, 0.42, 0.58, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85};

  /// Where along the curve of a connection its label may stand.
  private static final double[] ON_CURVE = {0.5, 0.35, 0.65, 0.25, 0.75};

  /// Words do not shrink with the cards: among smaller ones a connection is a line without a label.
  private static final double LEAST_FOR_LABELS = 0.75;

  /// What a label keeps from a card, at least.
  private static final double GAP = 6;

  private final Brush brush;
  private final Pen pen;
  private final Palette palette;
  private final List<Taken> taken = new ArrayList<>();

  /// Where words stand already: its middle and its size.
  private record Taken(Point middle, double width, double height) {
    boolean meets(Point other, double otherWidth, double otherHeight) {
      return Math.abs(middle.x() - other.x()) < (width + otherWidth) / 2
          && Math.abs(middle.y() - other.y()) < (height + otherHeight) / 2;
    }
  }

  public LinkPainter(Brush brush) {
    this.brush = brush;
    pen = brush.pen();
    palette = brush.palette();
  }

  public void paint() {
    brush.clear();
    taken.clear();
    dots();
    if (brush.detail() == Detail.CARD) {
      brush.scene().connections().forEach(this::connection);
    }
    for (int i = 0; i < brush.scene().nodes().size(); i++) {
      if (brush.scene().nodes().get(i).hasLoop()) {
        loop(i);
      }
    }
    brush.scene().links().forEach(this::line);
    if (brush.detail() != Detail.DOT) {
      brush.scene().links().forEach(this::label);
    }
    if (brush.detail() == Detail.CARD) {
      brush.scene().links().forEach(this::ends);
    }
  }

  private void dots() {
    double step = GRID * brush.view().zoom();
    while (step < LEAST_GRID) {
      step *= 2;
    }
    double left = -mod(brush.view().left() * brush.view().zoom(), step);
    double top = -mod(brush.view().top() * brush.view().zoom(), step);
    pen.setFill(palette.dots());
    for (double x = left; x < brush.view().width(); x += step) {
      for (double y = top; y < brush.view().height(); y += step) {
        pen.fillRect(Math.rint(x) - 1, Math.rint(y) - 1, 2, 2);
      }
    }
  }

  private static double mod(double value, double step) {
    return value - Math.floor(value / step) * step;
  }

  /// Where a connection's curve runs.
  private record Arc(Point from, Point control, Point to) {
    Point at(double along) {
      return from.towards(control, along).towards(control.towards(to, along), along);
    }
  }

  private Arc arc(ConnectionArc arc) {
    Point a = brush.screen(brush.scene().nodes().get(arc.from()).centre());
    Point b = brush.screen(brush.scene().nodes().get(arc.to()).centre());
    int nth = 0;
    for (ConnectionArc other : brush.scene().connections()) {
      if (other.equals(arc)) {
        break;
      }
      nth += other.from() == arc.from() && other.to() == arc.to() ? 1 : 0;
    }
    double length = Math.max(1, a.distance(b));
    double bend = (nth % 2 == 0 ? -1 : 1) * (58 + 28 * (nth / 2)) * Math.min(1, length / 300);
    double normalX = -(b.y() - a.y()) / length;
    double normalY = (b.x() - a.x()) / length;
    if (normalY < 0) {
      normalX = -normalX;
      normalY = -normalY;
    }
    Point control = a.towards(b, 0.5).plus(normalX * 2 * bend, normalY * 2 * bend);
    return new Arc(a, control, b);
  }

  private void connection(ConnectionArc arc) {
    Arc drawn = arc(arc);
    Color ink = palette.glyph(Glyph.HTTP).ink();
    pen.setStroke(ink.deriveColor(0, 1, 1, arc.isEstablished() ? 0.65 : 0.4));
    pen.setLineWidth(1.5);
    pen.setLineDashes(5, 4);
    pen.beginPath();
    pen.moveTo(drawn.from.x(), drawn.from.y());
    pen.quadraticCurveTo(drawn.control.x(), drawn.control.y(), drawn.to.x(), drawn.to.y());
    pen.stroke();
    pen.setLineDashes();
    if (brush.view().zoom() >= LEAST_FOR_LABELS) {
      label(arc, drawn, ink);
    }
  }

  /// On its curve where there is room, without the state where there is little.
  private void label(ConnectionArc arc, Arc drawn, Color ink) {
    String brief = arc.label().substring(0, Math.max(0, arc.label().lastIndexOf(' ')));
    for (String label : List.of(arc.label(), brief)) {
      double width = Brush.monoWidth(label, CHAR) + 20;
      for (double along : ON_CURVE) {
        Point on = drawn.at(along);
        if (!isCovered(on, width, 0)) {
          pill(on, width, ink.deriveColor(0, 1, 1, 0.6));
          brush.text(label, on.x(), on.y(), brush.fonts().mono(CHAR), ink, TextAlignment.CENTER);
          return;
        }
      }
    }
  }

  private void pill(Point middle, double width, Color border) {
    double x = Math.rint(middle.x() - width / 2) + 0.5;
    double y = Math.rint(middle.y() - LABEL_HEIGHT / 2) + 0.5;
    taken.add(new Taken(middle, width, LABEL_HEIGHT));
    brush.box(x, y, width, LABEL_HEIGHT, LABEL_HEIGHT / 2, palette.canvas());
    brush.frame(x, y, width, LABEL_HEIGHT, LABEL_HEIGHT / 2, border, 1);
  }

  private void loop(int node) {
    Point centre = brush.screen(brush.route().loopCentre(node));
    double radius = brush.route().loopRadius() * brush.view().zoom();
    pen.setStroke(palette.link());
    pen.setLineWidth(2);
    pen.strokeOval(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
  }

  private Color lineColor(LinkLine line) {
    if (line.isSelected() || line.isHovered()) {
      return palette.accent();
    }
    return line.isUp() ? palette.link() : palette.danger();
  }

  private void line(LinkLine line) {
    pen.setStroke(lineColor(line));
    pen.setLineWidth(line.isSelected() ? 3 : brush.detail() == Detail.DOT ? 1 : 2);
    if (!line.isUp()) {
      pen.setLineDashes(4, 4);
    }
    List<Point> points = brush.route().line(line);
    if (points.size() == 2) {
      Point a = brush.screen(points.getFirst());
      Point b = brush.screen(points.getLast());
      pen.strokeLine(snap(a.x()), snap(a.y()), snap(b.x()), snap(b.y()));
    } else {
      turning(points);
    }
    pen.setLineDashes();
  }

  private void turning(List<Point> points) {
    pen.beginPath();
    for (Point each : points) {
      Point at = brush.screen(each);
      if (each.equals(points.getFirst())) {
        pen.moveTo(snap(at.x()), snap(at.y()));
      } else {
        pen.lineTo(snap(at.x()), snap(at.y()));
      }
    }
    pen.stroke();
  }

  /// A meter that shows nothing is drawn only where load is to be expected.
  private boolean isBackbone(LinkLine line) {
    return brush.scene().nodes().get(line.a().node()).kind() != NodeKind.VM
        && brush.scene().nodes().get(line.b().node()).kind() != NodeKind.VM;
  }

  private static double snap(double value) {
    return Math.rint(value);
  }

  private void label(LinkLine line) {
    List<Point> points = brush.route().line(line);
    int leg = longest(points);
    Point a = brush.screen(points.get(leg));
    Point b = brush.screen(points.get(leg + 1));
    Point middle = a.towards(b, 0.5);
    if (!brush.sees(middle, 120)) {
      return;
    }
    if (!line.isUp()) {
      cut(middle);
      return;
    }
    if (brush.detail() != Detail.CARD || line.bends().size() > 0) {
      if (a.distance(b) > 48 && (line.busy() > 0 || isBackbone(line))) {
        denseMeter(middle, line);
      }
      return;
    }
    String facts = line.rate() + " · " + line.delay() + (line.trouble().isEmpty() ? "" : " · ");
    double idWidth = Brush.monoWidth(line.id() + " ", CHAR);
    double factsWidth = Brush.monoWidth(facts, CHAR);
    double troubleWidth = Brush.monoWidth(line.trouble(), CHAR);
    double width = 10 + idWidth + factsWidth + troubleWidth + 8 + METER_WIDTH + 10;
    Point at = beside(a, b, width);
    if (at == null) {
      if (a.distance(b) > 48 && line.busy() > 0) {
        denseMeter(middle, line);
      }
      return;
    }
    pill(at, width, line.isSelected() ? palette.accent() : palette.borderMuted());
    double x = at.x() - width / 2 + 10;
    brush.text(line.id(), x, at.y(), brush.fonts().monoStrong(CHAR), palette.text());
    brush.text(facts, x + idWidth, at.y(), brush.fonts().mono(CHAR), palette.textMuted());
    brush.text(
        line.trouble(),
        x + idWidth + factsWidth,
        at.y(),
        brush.fonts().mono(CHAR),
        palette.attention());
    meter(at.x() + width / 2 - 10 - METER_WIDTH, at.y() - 2, METER_WIDTH, line.busy());
  }

  /// Which part of the line has most room: the last one of a bundled link, which is its own.
  private static int longest(List<Point> points) {
    if (points.size() == 2) {
      return 0;
    }
    Point first = points.get(0);
    Point last = points.getLast();
    boolean isOwnLast = Math.abs(points.get(points.size() - 2).y() - last.y()) < 1;
    boolean isOwnFirst = Math.abs(points.get(1).y() - first.y()) < 1;
    return isOwnLast && !isOwnFirst ? points.size() - 2 : 0;
  }

  /// Beside the line, clear of the frames that travel there: below its middle or to the right of
  /// it, unless a node or other words are in the way; then on the other side, then nearer to one of
  /// the ends. Null where there is no room.
  private @Nullable Point beside(Point a, Point b, double width) {
    double length = Math.max(1, a.distance(b));
    double normalX = (b.y() - a.y()) / length;
    double normalY = -(b.x() - a.x()) / length;
    if (normalY < -0.05 || (normalY <= 0.05 && normalX < 0)) {
      normalX = -normalX;
      normalY = -normalY;
    }
    double away = 26 + Math.abs(normalX) * width / 2 + Math.abs(normalY) * LABEL_HEIGHT / 2;
    for (double along : ALONG) {
      Point on = a.towards(b, along);
      Point wanted = on.plus(normalX * away, normalY * away);
      if (!isCovered(wanted, width, GAP)) {
        return wanted;
      }
      Point other = on.plus(-normalX * away, -normalY * away);
      if (!isCovered(other, width, GAP)) {
        return other;
      }
    }
    return null;
  }

  private boolean isCovered(Point label, double width, double gap) {
    double zoom = brush.view().zoom();
    for (Taken each : taken) {
      if (each.meets(label, width + gap, LABEL_HEIGHT)) {
        return true;
      }
    }
    for (NodeCard node : brush.scene().nodes()) {
      Body body = brush.route().body(node);
      Point centre = brush.screen(node.centre());
      if (Math.abs(centre.x() - label.x()) < (body.width() * zoom + width) / 2 + gap
          && Math.abs(centre.y() - label.y()) < (body.height() * zoom + LABEL_HEIGHT) / 2 + gap) {
        return true;
      }
    }
    return false;
  }

  private Color load(double busy) {
    return busy >= OVERLOADED
        ? palette.danger()
        : busy >= BUSY ? palette.attention() : palette.success();
  }

  private void meter(double x, double y, double width, double busy) {
    brush.box(x, y, width, 4, 2, palette.meterTrack());
    if (busy > 0) {
      brush.box(x, y, Math.max(4, width * Math.min(1, busy)), 4, 2, load(busy));
    }
  }

  private void denseMeter(Point middle, LinkLine line) {
    double x = Math.rint(middle.x()) - 20 + 0.5;
    double y = Math.rint(middle.y()) - 6 + 0.5;
    Color border = line.busy() >= OVERLOADED ? palette.danger() : palette.border();
    brush.box(x, y, 40, 12, 6, palette.canvas());
    brush.frame(x, y, 40, 12, 6, line.isSelected() ? palette.accent() : border, 1);
    meter(x + 6, y + 4, 28, line.busy());
  }

  /// The badge of a broken link.
  private void cut(Point middle) {
    double x = Math.rint(middle.x());
    double y = Math.rint(middle.y());
    pen.setFill(palette.canvas());
    pen.fillOval(x - 9, y - 9, 18, 18);
    pen.setStroke(palette.danger());
    pen.setLineWidth(1.5);
    pen.strokeOval(x - 9, y - 9, 18, 18);
    Icons.paint(brush, Icons.BROKEN, x, y, 12, palette.danger());
  }

  private void ends(LinkLine line) {
    end(line.a(), line.b());
    end(line.b(), line.a());
  }

  /// The name stands on the side from which the cable leans away.
  private void end(LinkEndMark end, LinkEndMark other) {
    NodeCard node = brush.scene().nodes().get(end.node());
    PortMark port = node.ports().get(end.port());
    Point at = brush.screen(brush.route().port(end));
    if (!brush.sees(at, 60)) {
      return;
    }
    Side side = port.side();
    Point to = brush.screen(brush.route().port(other));
    boolean isLeft = side == Side.LEFT || (side.dx() == 0 && to.x() > at.x() + 20);
    double y = at.y() + side.dy() * 12 + (side.dy() != 0 ? 0 : to.y() > at.y() + 20 ? -12 : 12);
    double width = Brush.monoWidth(port.interfaceName(), 10);
    boolean isFree = isFree(at.x(), y, width, isLeft);
    isLeft = isFree == isLeft;
    double x = at.x() + (isLeft ? -10 : 10);
    TextAlignment align = isLeft ? TextAlignment.RIGHT : TextAlignment.LEFT;
    if (isFree || isFree(at.x(), y, width, isLeft)) {
      taken.add(new Taken(new Point(x + (isLeft ? -width : width) / 2, y), width, 10));
      brush.text(port.interfaceName(), x, y, brush.fonts().mono(10), palette.textMuted(), align);
    }
    if (end.waiting() > 0) {
      double down = side.dy() == 0 ? 15 : side.dy() * 14;
      queue(end.waiting(), x, y + down, align);
    }
  }

  private boolean isFree(double port, double y, double width, boolean isLeft) {
    Point middle = new Point(port + (isLeft ? -1 : 1) * (10 + width / 2), y);
    return taken.stream().noneMatch(each -> each.meets(middle, width + 2, 10));
  }

  /// Up to five boxes, full ones at the front, and the number.
  private void queue(int waiting, double x, double y, TextAlignment align) {
    String count = brush.ink().words().queue() + " " + waiting;
    double textWidth = Brush.monoWidth(count, 10) + 6;
    double left = align == TextAlignment.RIGHT ? x - textWidth - MOST_BOXES * 8 : x;
    Color full = waiting >= MOST_BOXES ? palette.danger() : palette.attention();
    brush.text(count, left, y, brush.fonts().mono(10), palette.textMuted());
    for (int i = 0; i < MOST_BOXES; i++) {
      double boxX = Math.rint(left + textWidth + i * 8) + 0.5;
      double boxY = Math.rint(y - 4) + 0.5;
      if (MOST_BOXES - i <= waiting) {
        brush.box(boxX, boxY, 6, 8, 1, full);
      } else {
        brush.frame(boxX, boxY, 6, 8, 1, palette.border(), 1);
      }
    }
  }
}
