package netarium.app.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netarium.app.canvas.scene.AutoLayout;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.TopologyEdit;
import netarium.topologies.Topology;

/// Puts several nodes in order: edges in line, distances equal, or all laid out anew.
public final class Arranging {
  private Arranging() {}

  /// What to bring in line.
  public enum Edge {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM
  }

  public static TopologyEdit.Move align(CanvasScene scene, Set<String> ids, Edge edge) {
    List<NodeCard> cards = chosen(scene, ids);
    boolean isCompact = scene.isCompact();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (NodeCard card : cards) {
      least = Math.min(least, line(card, edge, -1, isCompact));
      most = Math.max(most, line(card, edge, 1, isCompact));
    }
    Map<String, TopologyEdit.Place> places = new LinkedHashMap<>();
    for (NodeCard card : cards) {
      Body body = Body.of(card.kind(), 1, isCompact);
      Point at = card.centre();
      double x =
          switch (edge) {
            case LEFT -> least + body.width() / 2;
            case CENTRE -> (least + most) / 2;
            case RIGHT -> most - body.width() / 2;
            case TOP, MIDDLE, BOTTOM -> at.x();
          };
      double y =
          switch (edge) {
            case TOP -> least + body.height() / 2;
            case MIDDLE -> (least + most) / 2;
            case BOTTOM -> most - body.height() / 2;
            case LEFT, CENTRE, RIGHT -> at.y();
          };
      places.put(card.id(), new TopologyEdit.Place(x, y));
    }
    return new TopologyEdit.Move(places, Map.of(), -1);
  }

  private static double line(NodeCard card, Edge edge, int sign, boolean isCompact) {
    Body body = Body.of(card.kind(), 1, isCompact);
    return switch (edge) {
      case LEFT, CENTRE, RIGHT -> card.centre().x() + sign * body.width() / 2;
      case TOP, MIDDLE, BOTTOM -> card.centre().y() + sign * body.height() / 2;
    };
  }

  /// Equal distances between the middles, the outermost nodes stay.
  public static TopologyEdit.Move distribute(
      CanvasScene scene, Set<String> ids, boolean isHorizontal) {
    List<NodeCard> cards = chosen(scene, ids);
    cards.sort(
        Comparator.comparingDouble(card -> isHorizontal ? card.centre().x() : card.centre().y()));
    Map<String, TopologyEdit.Place> places = new LinkedHashMap<>();
    for (int i = 0; i < cards.size(); i++) {
      Point first = cards.getFirst().centre();
      Point last = cards.getLast().centre();
      Point spread = first.towards(last, cards.size() < 2 ? 0 : (double) i / (cards.size() - 1));
      Point at = cards.get(i).centre();
      places.put(
          cards.get(i).id(),
          new TopologyEdit.Place(
              isHorizontal ? spread.x() : at.x(), isHorizontal ? at.y() : spread.y()));
    }
    return new TopologyEdit.Move(places, Map.of(), -1);
  }

  /// New places for all nodes.
  public static TopologyEdit.Move layOut(Topology topology) {
    List<Point> found = AutoLayout.anew(topology);
    Map<String, TopologyEdit.Place> places = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Point at = found.get(i);
      places.put(topology.nodes().get(i).id(), new TopologyEdit.Place(at.x(), at.y()));
    }
    return new TopologyEdit.Move(places, Map.of(), -1);
  }

  private static List<NodeCard> chosen(CanvasScene scene, Set<String> ids) {
    List<NodeCard> cards = new ArrayList<>(scene.nodes());
    cards.removeIf(card -> !ids.contains(card.id()));
    return cards;
  }
}
