package netarium.app.canvas;

import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// What can be put on the canvas.
public enum Placeable {
  VM(NodeKind.VM),
  SWITCH(NodeKind.SWITCH),
  HUB(NodeKind.HUB),
  ROUTER(NodeKind.ROUTER),
  NOTE(null);

  private final @Nullable NodeKind kind;

  Placeable(@Nullable NodeKind kind) {
    this.kind = kind;
  }

  /// The kind of node, or null for what is none.
  public @Nullable NodeKind kind() {
    return kind;
  }
}
