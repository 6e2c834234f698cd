package netarium.app.canvas.scene;

import java.util.List;

/// Everything the canvas draws at one instant. Two equal scenes look the same, and so do two equal
/// parts of them: painters skip a layer whose part has not changed.
///
/// @param isCompact whether the machines stand too close for cards and are drawn small at any zoom
public record CanvasScene(
    long atNanos,
    boolean isCompact,
    List<NodeCard> nodes,
    List<LinkLine> links,
    List<NoteMark> notes,
    List<ConnectionArc> connections,
    List<PacketMark> packets,
    List<DropMark> drops) {
  public static final CanvasScene EMPTY =
      new CanvasScene(0, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public CanvasScene {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
    connections = List.copyOf(connections);
    packets = List.copyOf(packets);
    drops = List.copyOf(drops);
  }

  /// The same with other frames on their way.
  public CanvasScene withPackets(List<PacketMark> other) {
    return new CanvasScene(atNanos, isCompact, nodes, links, notes, connections, other, drops);
  }

  /// The same with other drops.
  public CanvasScene withDrops(List<DropMark> other) {
    return new CanvasScene(atNanos, isCompact, nodes, links, notes, connections, packets, other);
  }

  /// Whether there is something to connect and nothing is.
  public boolean lacksCables() {
    return nodes.size() > 1 && links.isEmpty();
  }

  public boolean isBlank() {
    return nodes.isEmpty() && notes.isEmpty();
  }
}
