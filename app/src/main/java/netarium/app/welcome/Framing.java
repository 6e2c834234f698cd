package netarium.app.welcome;

import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.Viewport;

/// Which part of a drawing a small picture shows, and how large: all nodes, with whole cards where
/// there is room for them, else with chips, which are as large on the screen at any zoom.
final class Framing {
  private static final double LEAST_FOR_CARDS = 0.6;
  private static final double LEAST = 0.26;
  private static final double MOST_FOR_CHIPS = 0.59;
  private static final double MARGIN = 16;

  /// Above the nodes there are connections and the loops of loopback interfaces.
  private static final double SKY = 40;

  private static final double CHIP_HALF_WIDTH = 60;
  private static final double CHIP_HALF_HEIGHT = 34;

  private double west = Double.POSITIVE_INFINITY;
  private double north = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double south = Double.NEGATIVE_INFINITY;

  private Framing() {}

  static Viewport of(CanvasScene scene, double width, double height) {
    if (scene.nodes().isEmpty()) {
      return Viewport.START.sized(width, height);
    }
    Framing cards = new Framing();
    Framing centres = new Framing();
    for (NodeCard node : scene.nodes()) {
      Body body = Body.of(node.kind(), 1, scene.isCompact());
      cards.add(node, body.width() / 2, body.height() / 2);
      centres.add(node, 0, 0);
    }
    double zoom = Math.min(1, cards.zoom(width - 2 * MARGIN, height - 2 * MARGIN - SKY));
    if (zoom >= LEAST_FOR_CARDS) {
      return cards.viewport(zoom, width, height);
    }
    double chips =
        centres.zoom(width - 2 * CHIP_HALF_WIDTH, height - 2 * CHIP_HALF_HEIGHT - SKY / 2);
    return centres.viewport(Math.clamp(chips, LEAST, MOST_FOR_CHIPS), width, height);
  }

  private void add(NodeCard node, double halfWidth, double halfHeight) {
    west = Math.min(west, node.centre().x() - halfWidth);
    east = Math.max(east, node.centre().x() + halfWidth);
    north = Math.min(north, node.centre().y() - halfHeight);
    south = Math.max(south, node.centre().y() + halfHeight);
  }

  private double zoom(double width, double height) {
    return Math.min(width / Math.max(1, east - west), height / Math.max(1, south - north));
  }

  private Viewport viewport(double zoom, double width, double height) {
    double left = (west + east) / 2 - width / zoom / 2;
    double top = (north + south) / 2 - (height + SKY / 2) / zoom / 2;
    return new Viewport(left, top, zoom, width, height);
  }
}
