package netarium.app.theme;

import javafx.scene.paint.Color;

/// The colours of a protocol: the glyph's fill, the lines and text that go with it, and whether the
/// glyph needs an outline in that ink to stand out.
public record GlyphColors(Color fill, Color ink, boolean isOutlined) {}
