package netarium.app.canvas.scene;

/// The way of a frame, by places in the scene's lists.
public sealed interface Track {
  /// Over a link, from its end a or back.
  record OnLink(int link, boolean fromA) implements Track {}

  /// Out of a machine and back into it.
  record Loop(int node) implements Track {}

  /// At a node, off every link.
  record AtNode(int node) implements Track {}
}
