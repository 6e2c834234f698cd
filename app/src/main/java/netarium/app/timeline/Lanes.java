package netarium.app.timeline;

/// Where the rows of the strip lie. As long as nobody has spoken HTTP there is no row for it, and
/// the others have its room.
record Lanes(
    double framesTop,
    double framesBottom,
    double tall,
    double small,
    double exchanges,
    double marksMiddle) {
  private static final Lanes WITHOUT = new Lanes(30, 58, 26, 17, -1, 78);
  private static final Lanes WITH = new Lanes(28, 46, 17, 11, 50, 85);

  static Lanes of(boolean hasExchanges) {
    return hasExchanges ? WITH : WITHOUT;
  }

  boolean hasExchanges() {
    return exchanges >= 0;
  }
}
