package netarium.app.canvas.scene;

/// How much of a node is drawn, by zoom and by how close the nodes stand.
public enum Detail {
  CARD,
  CHIP,
  DOT;

  /// Chips are not smaller than cards would be; this is where they begin.
  static final double CHIP_BELOW = 0.6;

  private static final double DOT_BELOW = 0.25;

  public static Detail at(double zoom, boolean isCompact) {
    if (zoom < DOT_BELOW) {
      return DOT;
    }
    return isCompact || zoom < CHIP_BELOW ? CHIP : CARD;
  }
}
