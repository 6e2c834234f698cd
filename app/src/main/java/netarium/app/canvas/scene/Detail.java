package netarium.app.canvas.scene;

/// How much of a node is drawn, by zoom.
public enum Detail {
  CARD,
  CHIP,
  DOT;

  private static final double CHIP_BELOW = 0.6;
  private static final double DOT_BELOW = 0.25;

  public static Detail at(double zoom) {
    if (zoom < DOT_BELOW) {
      return DOT;
    }
    return zoom < CHIP_BELOW ? CHIP : CARD;
  }
}
