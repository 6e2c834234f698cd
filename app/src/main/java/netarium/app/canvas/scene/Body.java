package netarium.app.canvas.scene;

import netarium.topologies.node.NodeKind;

/// How large a node is drawn, in canvas units around its centre. A card grows with the zoom; chips
/// and dots keep their size on the screen, so that a large network stays readable.
public record Body(double width, double height) {
  /// How far a loop stands out above a card.
  static final double LOOP = 40;

  public static final Body CARD = new Body(208, 104);
  public static final Body DEVICE = new Body(132, 56);
  private static final Body CHIP = new Body(58, 32);
  private static final Body DEVICE_CHIP = new Body(92, 34);
  private static final Body DOT = new Body(8, 8);

  /// Below this zoom chips shrink, too; where nodes have room around them, only below the other.
  static final double LEAST_ZOOM = 0.45;

  private static final double LEAST_ZOOM_WITH_ROOM = 0.28;

  public static Body of(NodeKind kind, double zoom, boolean isCompact) {
    boolean isMachine = kind == NodeKind.VM;
    return switch (Detail.at(zoom, isCompact)) {
      case CARD -> isMachine ? CARD : DEVICE;
      case CHIP ->
          (isMachine ? CHIP : DEVICE_CHIP)
              .onScreen(Math.clamp(zoom, least(isCompact), Detail.CHIP_BELOW));
      case DOT -> DOT.onScreen(zoom);
    };
  }

  private static double least(boolean isCompact) {
    return isCompact ? LEAST_ZOOM : LEAST_ZOOM_WITH_ROOM;
  }

  private Body onScreen(double zoom) {
    return new Body(width / zoom, height / zoom);
  }

  /// Where a port lies that sits on `side`, at `along` (0 to 1) of its length.
  public Point port(Point centre, Side side, double along) {
    return switch (side) {
      case TOP -> centre.plus((along - 0.5) * width, -height / 2);
      case BOTTOM -> centre.plus((along - 0.5) * width, height / 2);
      case LEFT -> centre.plus(-width / 2, (along - 0.5) * height);
      case RIGHT -> centre.plus(width / 2, (along - 0.5) * height);
    };
  }

  public boolean contains(Point centre, Point asked) {
    return Math.abs(asked.x() - centre.x()) <= width / 2
        && Math.abs(asked.y() - centre.y()) <= height / 2;
  }
}
