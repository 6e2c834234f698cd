package netarium.app.canvas.scene;

/// Something on the canvas that can be pointed at.
public sealed interface Item {
  record OfNode(String id) implements Item {}

  record OfLink(String id) implements Item {}

  /// A note by its place in the topology's list.
  record OfNote(int index) implements Item {}

  /// A frame by the ordinal of the event that sent it.
  record OfFrame(long ordinal) implements Item {}
}
