package netarium.app.canvas.paint;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.ConsoleBar;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NodeState.Mood;
import netarium.app.canvas.scene.NoteMark;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.PortMark;
import netarium.app.theme.Palette;
import netarium.topologies.node.NodeKind;

/// The second layer: notes, nodes as cards, chips or dots, and their ports.
public final class NodePainter {
  private static final double HEAD = 32;
  private static final double SCREEN_WIDTH = 58;
  private static final double SCREEN_HEIGHT = 38;
  private static final int SCREEN_LINES = 4;
  private static final double PAD = 12;

  private final Brush brush;
  private final Pen pen;
  private final Palette palette;

  public NodePainter(Brush brush) {
    this.brush = brush;
    pen = brush.pen();
    palette = brush.palette();
  }

  public void paint() {
    brush.clear();
    brush.scene().notes().forEach(this::note);
    for (NodeCard node : brush.scene().nodes()) {
      Point centre = brush.screen(node.centre());
      if (brush.sees(centre, 140 * Math.max(1, brush.view().zoom()))) {
        switch (brush.detail()) {
          case CARD -> card(node, centre);
          case CHIP -> chip(node, centre);
          case DOT -> dot(node, centre);
        }
      }
    }
  }

  private Color border(NodeCard node) {
    if (node.isSelected()) {
      return palette.accent();
    }
    if (node.state().mood() == Mood.BAD) {
      return palette.danger();
    }
    return node.isHovered() ? palette.textSubtle() : palette.border();
  }

  private Color mood(NodeCard node) {
    return switch (node.state().mood()) {
      case GOOD -> palette.success();
      case WAITING -> palette.attention();
      case BAD -> palette.danger();
      case QUIET -> palette.textSubtle();
    };
  }

  /// Drawn in canvas units and scaled: a card grows with the zoom.
  private void card(NodeCard node, Point centre) {
    Body body = brush.route().body(node);
    double zoom = brush.view().zoom();
    pen.save();
    pen.translate(
        Math.rint(centre.x() - body.width() / 2 * zoom),
        Math.rint(centre.y() - body.height() / 2 * zoom));
    pen.scale(zoom, zoom);
    brush.box(0, 0, body.width(), body.height(), 8, palette.card());
    double line = node.isSelected() ? 2 : 1;
    brush.frame(0.5, 0.5, body.width() - 1, body.height() - 1, 8, border(node), line);
    if (node.kind() == NodeKind.VM) {
      machine(node, body);
    } else {
      device(node);
    }
    pen.restore();
    node.ports().forEach(port -> port(port, brush.screen(place(node, body, port)), zoom));
  }

  private static Point place(NodeCard node, Body body, PortMark port) {
    return body.port(node.centre(), port.side(), port.along());
  }

  private void machine(NodeCard node, Body body) {
    double width = body.width();
    Icons.paint(brush, Icons.of(node.kind()), PAD + 8, HEAD / 2 + 1, 17, palette.textMuted());
    String word = node.state().word();
    double wordWidth = brush.fit().width(word, brush.fonts().text(11));
    brush.text(
        brush.fit().fitted(node.name(), brush.fonts().strong(13), width - 36 - wordWidth - 38),
        36,
        HEAD / 2 + 1,
        brush.fonts().strong(13),
        palette.text());
    brush.text(
        word,
        width - PAD,
        HEAD / 2 + 1,
        brush.fonts().text(11),
        moodText(node),
        TextAlignment.RIGHT);
    pen.setFill(mood(node));
    pen.fillOval(width - PAD - wordWidth - 14, HEAD / 2 - 2.5, 7, 7);
    pen.setFill(palette.borderMuted());
    pen.fillRect(1, HEAD, width - 2, 1);
    boolean hasConsole = !node.console().isEmpty();
    double room = width - 2 * PAD - (hasConsole ? SCREEN_WIDTH + 8 : 0);
    int monoRoom = (int) (room / (11 * Brush.MONO_ADVANCE));
    String address =
        node.addresses().isEmpty() ? brush.ink().words().noAddress() : node.addresses().getFirst();
    String more = node.addresses().size() > 1 ? " +" + (node.addresses().size() - 1) : "";
    brush.text(
        Brush.shortened(address + more, Math.max(monoRoom, 18)),
        PAD,
        HEAD + 18,
        brush.fonts().mono(11),
        node.addresses().isEmpty() ? palette.textSubtle() : palette.text());
    detail(node.state().place(), HEAD + 36, room);
    detail(node.state().doing(), HEAD + 55, width - 2 * PAD);
    if (hasConsole) {
      screen(node.console(), width - PAD - SCREEN_WIDTH, HEAD + 7);
    }
  }

  private Color moodText(NodeCard node) {
    return switch (node.state().mood()) {
      case GOOD -> palette.success();
      case WAITING -> palette.attention();
      case BAD -> palette.danger();
      case QUIET -> palette.textMuted();
    };
  }

  private void detail(String text, double y, double room) {
    brush.text(
        brush.fit().fitted(text, brush.fonts().text(11), room),
        PAD,
        y,
        brush.fonts().text(11),
        palette.textMuted());
  }

  /// The console in small: a bar for each line.
  private void screen(List<ConsoleBar> lines, double x, double y) {
    brush.box(x, y, SCREEN_WIDTH, SCREEN_HEIGHT, 3, palette.screen());
    brush.frame(x + 0.5, y + 0.5, SCREEN_WIDTH - 1, SCREEN_HEIGHT - 1, 3, palette.border(), 1);
    double lineY = y + 6;
    int from = Math.max(0, lines.size() - SCREEN_LINES);
    for (ConsoleBar line : lines.subList(from, lines.size())) {
      double length = Math.min(SCREEN_WIDTH - 14, Math.max(3, line.characters() * 1.5));
      pen.setFill(line.isError() ? ScreenColors.SCREEN_ERROR : ScreenColors.SCREEN_TEXT);
      pen.fillRoundRect(x + 7, lineY, length, 2.5, 2);
      lineY += 7;
    }
  }

  private void device(NodeCard node) {
    brush.box(PAD, PAD, 32, 32, 6, palette.tile());
    Icons.paint(brush, Icons.of(node.kind()), PAD + 16, PAD + 16, 20, palette.text());
    String name = brush.fit().fitted(node.name(), brush.fonts().strong(13), 68);
    brush.text(name, 54, 21, brush.fonts().strong(13), palette.text());
    brush.text(
        brush.fit().fitted(node.fact(), brush.fonts().text(11), 70),
        54,
        38,
        brush.fonts().text(11),
        palette.textMuted());
  }

  private void port(PortMark port, Point at, double zoom) {
    double radius = Math.max(3, 4 * Math.min(1.3, zoom));
    pen.setFill(palette.canvas());
    pen.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    pen.setStroke(port.isUp() ? palette.success() : palette.danger());
    pen.setLineWidth(2);
    pen.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
  }

  private void chip(NodeCard node, Point centre) {
    Body body = brush.route().body(node);
    double zoom = brush.view().zoom();
    double width = body.width() * zoom;
    double height = body.height() * zoom;
    double x = Math.rint(centre.x() - width / 2) + 0.5;
    double y = Math.rint(centre.y() - height / 2) + 0.5;
    Color fill = node.isSelected() ? palette.accentSubtle() : palette.card();
    brush.box(x, y, width, height, 6, palette.card());
    brush.box(x, y, width, height, 6, fill);
    brush.frame(x, y, width, height, 6, border(node), node.isSelected() ? 1.5 : 1);
    double scale = height / (node.kind() == NodeKind.VM ? 32 : 34);
    if (node.kind() == NodeKind.VM) {
      pen.setFill(mood(node));
      pen.fillOval(x + 5 * scale, y + 8 * scale, 5 * scale, 5 * scale);
      brush.text(
          brush
              .fit()
              .fitted(node.name(), brush.fonts().strong(size(10, scale)), width - 18 * scale),
          x + 14 * scale,
          y + 11 * scale,
          brush.fonts().strong(size(10, scale)),
          palette.text());
      brush.text(
          shortAddress(node),
          x + 14 * scale,
          y + 23 * scale,
          brush.fonts().mono(size(9, scale)),
          palette.textMuted());
    } else {
      Icons.paint(
          brush,
          Icons.of(node.kind()),
          x + 16 * scale,
          y + height / 2,
          size(15, scale),
          palette.text());
      brush.text(
          brush
              .fit()
              .fitted(node.name(), brush.fonts().strong(size(11, scale)), width - 36 * scale),
          x + 29 * scale,
          y + height / 2,
          brush.fonts().strong(size(11, scale)),
          palette.text());
    }
  }

  /// Few different sizes, for each is a font of its own.
  private static double size(double designed, double scale) {
    return Math.max(5, Math.rint(designed * scale * 2) / 2);
  }

  /// The last two parts of an address: `.1.10`.
  private static String shortAddress(NodeCard node) {
    if (node.addresses().isEmpty()) {
      return "";
    }
    String address = node.addresses().getFirst();
    int slash = address.indexOf('/');
    String bare = slash < 0 ? address : address.substring(0, slash);
    int dot = bare.lastIndexOf('.', bare.lastIndexOf('.') - 1);
    return dot < 0 ? bare : bare.substring(dot);
  }

  private void dot(NodeCard node, Point centre) {
    boolean isMachine = node.kind() == NodeKind.VM;
    pen.setFill(node.isSelected() ? palette.accent() : isMachine ? mood(node) : palette.text());
    double x = Math.rint(centre.x()) - 4;
    double y = Math.rint(centre.y()) - 4;
    if (isMachine) {
      pen.fillOval(x, y, 8, 8);
    } else {
      pen.fillRect(x, y, 8, 8);
    }
  }

  private void note(NoteMark note) {
    double zoom = brush.view().zoom();
    Point at = brush.screen(note.corner());
    if (!brush.sees(at, Math.max(note.width(), note.height()) * zoom)) {
      return;
    }
    pen.save();
    pen.translate(Math.rint(at.x()), Math.rint(at.y()));
    pen.scale(zoom, zoom);
    brush.box(0, 0, note.width(), note.height(), 4, palette.attentionSubtle());
    Color edge = palette.attention().deriveColor(0, 1, 1, 0.5);
    brush.frame(
        0.5,
        0.5,
        note.width() - 1,
        note.height() - 1,
        4,
        note.isSelected() ? palette.accent() : edge,
        note.isSelected() ? 2 : 1);
    if (brush.detail() != Detail.DOT) {
      double y = 18;
      boolean isTitle = true;
      for (String line : note.text().lines().toList()) {
        var font = isTitle ? brush.fonts().strong(12) : brush.fonts().text(12);
        for (String part : brush.fit().wrapped(line, font, note.width() - 24)) {
          if (y <= note.height() - 6) {
            brush.text(part, 12, y, font, palette.text());
          }
          y += 17;
        }
        isTitle = false;
      }
    }
    pen.restore();
  }
}
