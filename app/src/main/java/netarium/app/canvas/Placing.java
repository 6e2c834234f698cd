package netarium.app.canvas;

/// How something gets from the palette onto the canvas; places are in the window's coordinates.
public interface Placing {
  /// A drag begins.
  void begin(Placeable what);

  /// The drag is here.
  void at(double sceneX, double sceneY);

  /// The drag ends: over the canvas the thing is put down, elsewhere nothing happens.
  void end(double sceneX, double sceneY);

  /// The drag is given up.
  void cancel();

  /// Adds it in the middle of what is seen, for a click or a key.
  void add(Placeable what);
}
