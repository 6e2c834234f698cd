package netarium.app.canvas.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.DropMark;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.Path;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.canvas.scene.Track;
import netarium.app.theme.Palette;

/// The third layer, drawn anew for every frame of the animation: frames on their way, with a tail
/// towards where they came from and a word where there is room, and bursts where some were lost.
public final class PacketPainter {
  private static final int MOST_WITH_TAILS = 400;
  private static final int MOST_WITH_LABELS = 150;
  private static final double TAIL = 30;
  private static final double CLOSE = 15;
  private static final double LABEL = 10.5;

  private final Brush brush;
  private final Pen pen;
  private final Palette palette;
  private final Route route;
  private final double size;

  public PacketPainter(Brush brush) {
    this.brush = brush;
    pen = brush.pen();
    palette = brush.palette();
    route = brush.route();
    size = sizeAt(brush.detail());
  }

  /// How large glyphs are, in pixels.
  public static double sizeAt(Detail detail) {
    return switch (detail) {
      case CARD -> 16;
      case CHIP -> 11;
      case DOT -> 9;
    };
  }

  /// Frames of one protocol that are too close to be told apart.
  private record Cluster(PacketMark mark, Point at, int count) {}

  /// A place on the screen, as coarse as frames can be told apart.
  private record Cell(Glyph glyph, long column, long row) {}

  public void paint() {
    brush.clear();
    List<Cluster> clusters = new ArrayList<>();
    for (List<PacketMark> together : byTrack().values()) {
      cluster(together, clusters);
    }
    if (brush.detail() == Detail.CHIP) {
      clusters = merged(clusters);
    }
    boolean isDense = clusters.size() > MOST_WITH_TAILS || brush.detail() == Detail.DOT;
    if (!isDense) {
      clusters.forEach(this::tail);
    }
    for (Cluster each : clusters) {
      pen.glyph(each.mark.glyph(), each.at.x(), each.at.y(), size);
    }
    badges(clusters);
    if (brush.detail() == Detail.CARD && clusters.size() <= MOST_WITH_LABELS) {
      labels(clusters);
    }
    clusters.stream().filter(each -> each.mark.isSelected()).forEach(this::selected);
    brush.scene().drops().forEach(this::drop);
  }

  /// Where cables share a trunk, frames of one protocol meet that are on different links.
  private List<Cluster> merged(List<Cluster> clusters) {
    double close = CLOSE * size / 16 * 0.8;
    Map<Cell, Cluster> cells = new LinkedHashMap<>();
    for (Cluster each : clusters) {
      Cell cell =
          new Cell(
              each.mark.glyph(), Math.round(each.at.x() / close), Math.round(each.at.y() / close));
      Cluster before = cells.get(cell);
      if (before == null) {
        cells.put(cell, each);
      } else {
        PacketMark shown = each.mark.isSelected() ? each.mark : before.mark;
        cells.put(cell, new Cluster(shown, before.at, before.count + each.count));
      }
    }
    return new ArrayList<>(cells.values());
  }

  private Map<Track, List<PacketMark>> byTrack() {
    Map<Track, List<PacketMark>> tracks = new LinkedHashMap<>();
    for (PacketMark mark : brush.scene().packets()) {
      tracks.computeIfAbsent(mark.track(), _ -> new ArrayList<>()).add(mark);
    }
    return tracks;
  }

  private void cluster(List<PacketMark> marks, List<Cluster> clusters) {
    marks.sort(Comparator.comparingDouble(PacketMark::along));
    int first = clusters.size();
    Path path = marks.getFirst().track() instanceof Track.OnLink link ? route.path(link) : null;
    for (PacketMark mark : marks) {
      Point at =
          brush.screen(
              path == null ? route.place(mark.track(), mark.along()) : path.at(mark.along()));
      if (!brush.sees(at, 40)) {
        continue;
      }
      int last = clusters.size() - 1;
      Cluster before = last >= first ? clusters.get(last) : null;
      if (before != null
          && before.mark.glyph() == mark.glyph()
          && before.at.distance(at) < CLOSE * size / 16) {
        PacketMark shown = mark.isSelected() ? mark : before.mark;
        clusters.set(last, new Cluster(shown, before.at, before.count + 1));
      } else {
        if (before != null && before.at.distance(at) < size * 0.7) {
          Point heading = route.heading(mark.track(), mark.along());
          at = at.plus(-heading.y() * size, heading.x() * size);
        }
        clusters.add(new Cluster(mark, at, 1));
      }
    }
  }

  /// A tail that fades, no longer than the way behind.
  private void tail(Cluster cluster) {
    PacketMark mark = cluster.mark;
    if (!(mark.track() instanceof Track.OnLink)) {
      return;
    }
    Point start = brush.screen(route.place(mark.track(), 0));
    double length = Math.min(TAIL * size / 16, start.distance(cluster.at));
    if (length < 6) {
      return;
    }
    Point heading = route.heading(mark.track(), mark.along());
    Color ink = palette.glyph(mark.glyph()).ink();
    pen.setLineWidth(size / 4);
    int steps = 4;
    for (int i = 0; i < steps; i++) {
      double from = length * i / steps + size / 3;
      double to = length * (i + 1) / steps + size / 3;
      pen.setStroke(ink.deriveColor(0, 1, 1, 0.5 * (steps - i) / steps));
      pen.strokeLine(
          cluster.at.x() - heading.x() * from,
          cluster.at.y() - heading.y() * from,
          cluster.at.x() - heading.x() * to,
          cluster.at.y() - heading.y() * to);
    }
  }

  /// Of counts that would lie on each other the largest is shown.
  private void badges(List<Cluster> clusters) {
    List<Point> taken = new ArrayList<>();
    double room = size + 2;
    clusters.stream()
        .filter(each -> each.count > 1)
        .sorted(Comparator.comparingInt(Cluster::count).reversed())
        .forEach(each -> {
          if (taken.stream().noneMatch(other -> other.distance(each.at) < room)) {
            taken.add(each.at);
            badge(each);
          }
        });
  }

  private void badge(Cluster cluster) {
    String count = cluster.count > 999 ? "1k+" : String.valueOf(cluster.count);
    double height = brush.detail() == Detail.CARD ? 14 : 11;
    double width = Math.max(height, Brush.monoWidth(count, height - 4) + 6);
    double x = cluster.at.x() + size / 2 - 2;
    double y = cluster.at.y() - size / 2 - height / 2;
    brush.box(x, y, width, height, height / 2, palette.accentFill());
    brush.text(
        count,
        x + width / 2,
        y + height / 2,
        brush.fonts().monoStrong(height - 4),
        palette.onAccent(),
        TextAlignment.CENTER);
  }

  /// Along one track a label is left out where it would touch the one before.
  private void labels(List<Cluster> clusters) {
    Map<Track, Point> before = new LinkedHashMap<>();
    for (Cluster each : clusters) {
      if (each.mark.isSelected()) {
        before.put(each.mark.track(), each.at);
      }
    }
    for (Cluster each : clusters) {
      Point last = before.get(each.mark.track());
      Point heading = route.heading(each.mark.track(), each.mark.along());
      boolean isUpright = Math.abs(heading.y()) > Math.abs(heading.x());
      double wanted = isUpright ? 14 : Brush.monoWidth(each.mark.label(), LABEL) + 10;
      boolean hasRoom = last == null || last.distance(each.at) > wanted;
      if (hasRoom
          && !each.mark.isSelected()
          && each.mark.track() instanceof Track.OnLink
          && !isOnNode(labelPlace(each, heading, isUpright))) {
        label(each, heading, isUpright);
        before.put(each.mark.track(), each.at);
      }
    }
  }

  /// To the left of what goes down, to the right of what goes up, below what goes to the right and
  /// above what goes to the left: away from the line, on the side of the frame.
  private Point labelPlace(Cluster cluster, Point heading, boolean isUpright) {
    double reach = size / 2 + 8;
    return isUpright
        ? cluster.at.plus(heading.y() > 0 ? -reach : reach, 0)
        : cluster.at.plus(0, heading.x() > 0 ? reach + 3 : -reach - 3);
  }

  private void label(Cluster cluster, Point heading, boolean isUpright) {
    Point place = labelPlace(cluster, heading, isUpright);
    TextAlignment align =
        !isUpright
            ? TextAlignment.CENTER
            : heading.y() > 0 ? TextAlignment.RIGHT : TextAlignment.LEFT;
    double width = Brush.monoWidth(cluster.mark.label(), LABEL);
    double left =
        switch (align) {
          case RIGHT -> place.x() - width;
          case CENTER -> place.x() - width / 2;
          default -> place.x();
        };
    // What lies below, such as the plate of another link, must not show through the words.
    brush.box(left - 3, place.y() - 7, width + 6, 14, 4, palette.canvas());
    brush.text(
        cluster.mark.label(),
        place.x(),
        place.y(),
        brush.fonts().mono(LABEL),
        palette.textMuted(),
        align);
  }

  private void selected(Cluster cluster) {
    GlyphPainter.ring(pen, cluster.at.x(), cluster.at.y(), 14, palette.accent());
    String text = cluster.mark.label();
    double width = Brush.monoWidth(text, LABEL) + 20;
    double y = cluster.at.y() + (isOnNode(cluster.at.plus(0, -30)) ? 20 : -40);
    brush.box(cluster.at.x() - width / 2, y, width, 20, 10, palette.accentFill());
    brush.text(
        text,
        cluster.at.x(),
        y + 10,
        brush.fonts().monoStrong(LABEL),
        palette.onAccent(),
        TextAlignment.CENTER);
  }

  private boolean isOnNode(Point screen) {
    Point place = brush.view().toCanvas(screen.x(), screen.y());
    for (NodeCard node : brush.scene().nodes()) {
      if (route.body(node).contains(node.centre(), place)) {
        return true;
      }
    }
    return false;
  }

  /// What the tools of the canvas cover of its left edge.
  private static final double TOOLS = 56;

  /// A burst that fades, with its reason.
  private void drop(DropMark mark) {
    Point at = brush.screen(route.place(mark.track(), mark.along()));
    if (!brush.sees(at, 200)) {
      return;
    }
    double fade = Math.clamp(1.4 - mark.age(), 0, 1);
    pen.setGlobalAlpha(fade);
    double grown = size * (1 + 0.35 * Math.clamp(1 - 3 * mark.age(), 0, 1));
    GlyphPainter.paint(pen, Glyph.DROPPED, at.x(), at.y(), grown, palette, true);
    if (mark.isSelected()) {
      GlyphPainter.ring(pen, at.x(), at.y(), 14, palette.accent());
    }
    if (brush.detail() != Detail.DOT) {
      double font = brush.detail() == Detail.CARD ? LABEL : 9;
      String reason = Brush.shortened(mark.reason(), 44);
      Point heading = route.heading(mark.track(), mark.along());
      double width = Brush.monoWidth(reason, font);
      boolean isRight = heading.y() <= 0.3 || at.x() - size - width < TOOLS;
      double x = at.x() + (isRight ? size : -size - width);
      brush.box(x - 3, at.y() - 8, width + 6, 16, 4, palette.canvas());
      brush.text(reason, x, at.y(), brush.fonts().mono(font), palette.danger());
    }
    pen.setGlobalAlpha(1);
  }
}
