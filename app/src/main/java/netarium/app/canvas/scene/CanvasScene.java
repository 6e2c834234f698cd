package netarium.app.canvas.scene;

import java.util.List;

/// Everything the canvas draws at one instant. Two equal scenes look the same, and so do two equal
/// parts of them: painters skip a layer whose part has not changed.
public record CanvasScene(
    long atNanos,
    List<NodeCard> nodes,
    List<LinkLine> links,
    List<NoteMark> notes,
    List<ConnectionArc> connections,
    List<PacketMark> packets,
    List<DropMark> drops) {
  public static final CanvasScene EMPTY =
      new CanvasScene(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public CanvasScene {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
    connections = List.copyOf(connections);
    packets = List.copyOf(packets);
    drops = List.copyOf(drops);
  }

  public boolean isBlank() {
    return nodes.isEmpty() && notes.isEmpty();
  }
}
