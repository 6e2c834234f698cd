package netarium.app.canvas.scene;

import java.util.List;
import netarium.topologies.node.NodeKind;

/// A node as it is drawn. `fact` is the one line a device has below its name; `hasLoop` says
/// whether it has sent itself anything yet.
public record NodeCard(
    String id,
    String name,
    NodeKind kind,
    Point centre,
    List<String> addresses,
    String fact,
    List<PortMark> ports,
    NodeState state,
    List<ConsoleBar> console,
    boolean hasLoop,
    boolean isSelected,
    boolean isHovered) {}
