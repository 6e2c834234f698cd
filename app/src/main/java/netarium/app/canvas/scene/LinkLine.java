package netarium.app.canvas.scene;

import java.util.List;

/// A link as it is drawn; `busy` is the share of the last moments its busier direction carried;
/// `bends` are the places between its ends at which it turns.
public record LinkLine(
    String id,
    LinkEndMark a,
    LinkEndMark b,
    List<Point> bends,
    String rate,
    String delay,
    String trouble,
    double busy,
    boolean isUp,
    boolean isSelected,
    boolean isHovered) {}
