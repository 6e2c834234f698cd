package netarium.app.canvas.scene;

/// A link as it is drawn; `busy` is the share of the last moments its busier direction carried.
public record LinkLine(
    String id,
    LinkEndMark a,
    LinkEndMark b,
    String rate,
    String delay,
    String trouble,
    double busy,
    boolean isUp,
    boolean isSelected,
    boolean isHovered) {}
