package netarium.app.canvas.scene;

/// A note as it is drawn; its place is its upper left corner.
public record NoteMark(
    int index, Point corner, double width, double height, String text, boolean isSelected) {
  public static final double WIDTH = 220;
  public static final double PADDING = 12;
  public static final double LINE = 17;
  private static final double LEAST_HEIGHT = 48;

  /// About how wide a character is, at 12 pixels.
  private static final double CHARACTER = 6.4;

  /// How high a note must be to show its whole text.
  static double heightOf(String text, double width) {
    double room = (width - 2 * PADDING) / CHARACTER;
    int lines = 0;
    for (String line : text.lines().toList()) {
      lines += (int) Math.max(1, Math.ceil(line.length() / room));
    }
    return Math.max(LEAST_HEIGHT, lines * LINE + 18);
  }
}
