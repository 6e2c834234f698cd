package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lies under the pointer. Asks the same geometry that the painters draw with.
public record Hits(CanvasScene scene, Viewport view) {
  private static final double FRAME_REACH = 10;
  private static final double LINK_REACH = 6;
  private static final double PORT_REACH = 8;

  private Route route() {
    return new Route(scene, view.zoom());
  }

  /// The topmost thing at a place of the canvas: a frame or its loss, a node, a link or a note.
  public @Nullable Item at(Point place) {
    Route route = route();
    for (PacketMark mark : scene.packets().reversed()) {
      if (route.place(mark.track(), mark.along()).distance(place) * view.zoom() <= FRAME_REACH) {
        return new Item.OfFrame(mark.ordinal());
      }
    }
    for (DropMark mark : scene.drops()) {
      if (route.place(mark.track(), mark.along()).distance(place) * view.zoom() <= FRAME_REACH) {
        return new Item.OfFrame(mark.ordinal());
      }
    }
    int node = node(place);
    if (node >= 0) {
      return new Item.OfNode(scene.nodes().get(node).id());
    }
    for (LinkLine line : scene.links()) {
      double away = new Path(route.line(line), 0).distance(place);
      if (away * view.zoom() <= LINK_REACH) {
        return new Item.OfLink(line.id());
      }
    }
    for (NoteMark note : scene.notes().reversed()) {
      if (place.x() >= note.corner().x()
          && place.y() >= note.corner().y()
          && place.x() <= note.corner().x() + note.width()
          && place.y() <= note.corner().y() + note.height()) {
        return new Item.OfNote(note.index());
      }
    }
    return null;
  }

  /// The place in the scene of the topmost node there, or -1.
  public int node(Point place) {
    for (int i = scene.nodes().size() - 1; i >= 0; i--) {
      NodeCard card = scene.nodes().get(i);
      if (route().body(card).contains(card.centre(), place)) {
        return i;
      }
    }
    return -1;
  }

  /// Whose port lies there, plugged or free: the node's place in the scene, or -1.
  public int port(Point place) {
    for (int i = scene.nodes().size() - 1; i >= 0; i--) {
      for (Point port : ports(i)) {
        if (port.distance(place) * view.zoom() <= PORT_REACH) {
          return i;
        }
      }
    }
    return -1;
  }

  private List<Point> ports(int node) {
    NodeCard card = scene.nodes().get(node);
    Body body = route().body(card);
    List<Point> ports = new ArrayList<>(handles(node));
    for (PortMark mark : card.ports()) {
      ports.add(body.port(card.centre(), mark.side(), mark.along()));
    }
    return ports;
  }

  /// Where a cable can be pulled out of a node: the middle of each side.
  public List<Point> handles(int node) {
    NodeCard card = scene.nodes().get(node);
    Body body = route().body(card);
    List<Point> handles = new ArrayList<>();
    for (Side side : Side.values()) {
      handles.add(body.port(card.centre(), side, 0.5));
    }
    return handles;
  }

  /// Every node and note whose middle lies between two corners.
  public Set<Item> within(Point one, Point other) {
    Set<Item> found = new LinkedHashSet<>();
    for (NodeCard card : scene.nodes()) {
      if (isBetween(card.centre(), one, other)) {
        found.add(new Item.OfNode(card.id()));
      }
    }
    for (NoteMark note : scene.notes()) {
      if (isBetween(note.corner().plus(note.width() / 2, note.height() / 2), one, other)) {
        found.add(new Item.OfNote(note.index()));
      }
    }
    return found;
  }

  private static boolean isBetween(Point place, Point one, Point other) {
    return place.x() >= Math.min(one.x(), other.x())
        && place.x() <= Math.max(one.x(), other.x())
        && place.y() >= Math.min(one.y(), other.y())
        && place.y() <= Math.max(one.y(), other.y());
  }
}
