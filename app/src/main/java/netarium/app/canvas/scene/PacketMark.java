package netarium.app.canvas.scene;

/// A frame on its way.
///
/// @param along the share of the way it has behind it: 0 has just left, 1 arrives
public record PacketMark(
    long ordinal, Glyph glyph, Track track, double along, String label, boolean isSelected) {}
