package netarium.app.canvas.scene;

/// A frame that went no further, for a little while after.
///
/// @param along where on its track it was lost
/// @param age 0 when it happens, 1 when the mark is about to go
public record DropMark(
    long ordinal,
    Glyph glyph,
    Track track,
    double along,
    String reason,
    double age,
    boolean isSelected) {}
