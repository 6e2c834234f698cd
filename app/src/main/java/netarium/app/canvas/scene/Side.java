package netarium.app.canvas.scene;

/// The side of a node's body at which a port sits.
public enum Side {
  TOP(0, -1),
  RIGHT(1, 0),
  BOTTOM(0, 1),
  LEFT(-1, 0);

  private final int dx;
  private final int dy;

  Side(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  /// The direction away from the node.
  public int dx() {
    return dx;
  }

  public int dy() {
    return dy;
  }

  boolean isUpright() {
    return dx != 0;
  }
}
