package netarium.app.canvas;

/// What pressing and dragging on the canvas does.
public enum Tool {
  SELECT,
  PAN,
  CONNECT,
  NOTE
}
