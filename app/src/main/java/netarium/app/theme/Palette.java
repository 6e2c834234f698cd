package netarium.app.theme;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import netarium.app.canvas.scene.Glyph;

/// The colours of a theme, for what is painted and not styled. The protocol colours are those of
/// Okabe and Ito, which people with any common colour blindness tell apart; shapes say the same.
public record Palette(
    Color canvas,
    Color subtle,
    Color overlay,
    Color card,
    Color border,
    Color borderMuted,
    Color text,
    Color textMuted,
    Color textSubtle,
    Color accent,
    Color accentFill,
    Color accentSubtle,
    Color onAccent,
    Color success,
    Color danger,
    Color attention,
    Color attentionSubtle,
    Color dots,
    Color link,
    Color meterTrack,
    Color tile,
    Color screen,
    Map<Glyph, GlyphColors> glyphs) {

  static final Palette DARK =
      new Palette(
          Color.web("#0d1117"),
          Color.web("#161b22"),
          Color.web("#1c2128"),
          Color.web("#161b22"),
          Color.web("#30363d"),
          Color.web("#21262d"),
          Color.web("#e6edf3"),
          Color.web("#8b949e"),
          Color.web("#7d8590"),
          Color.web("#2f81f7"),
          Color.web("#1f6feb"),
          Color.web("#388bfd26"),
          Color.WHITE,
          Color.web("#3fb950"),
          Color.web("#f85149"),
          Color.web("#d29922"),
          Color.web("#272115"),
          Color.web("#1d242d"),
          Color.web("#57606b"),
          Color.web("#30363d"),
          Color.web("#21262d"),
          Color.BLACK,
          darkGlyphs());

  static final Palette LIGHT =
      new Palette(
          Color.web("#ffffff"),
          Color.web("#f6f8fa"),
          Color.web("#ffffff"),
          Color.web("#ffffff"),
          Color.web("#d0d7de"),
          Color.web("#e3e7ec"),
          Color.web("#1f2328"),
          Color.web("#59636e"),
          Color.web("#6a737d"),
          Color.web("#0969da"),
          Color.web("#0969da"),
          Color.web("#ddf4ff"),
          Color.WHITE,
          Color.web("#1a7f37"),
          Color.web("#cf222e"),
          Color.web("#9a6700"),
          Color.web("#fff8c5"),
          Color.web("#e6eaef"),
          Color.web("#9aa4af"),
          Color.web("#e3e7ec"),
          Color.web("#f6f8fa"),
          Color.web("#161b22"),
          lightGlyphs());

  public GlyphColors glyph(Glyph glyph) {
    GlyphColors found = glyphs.get(glyph);
    if (found == null) {
      throw new IllegalStateException("invariant broken: every glyph has its colours");
    }
    return found;
  }

  private static Map<Glyph, GlyphColors> darkGlyphs() {
    Map<Glyph, GlyphColors> colors = new EnumMap<>(Glyph.class);
    colors.put(Glyph.ARP, plain("#f0e442"));
    colors.put(Glyph.ICMP, plain("#cc79a7"));
    colors.put(Glyph.UDP, plain("#009e73"));
    colors.put(Glyph.TCP, plain("#c3ccd6"));
    colors.put(Glyph.HTTP, plain("#56b4e9"));
    colors.put(Glyph.WEB_SOCKET, plain("#e69f00"));
    colors.put(Glyph.TLS, plain("#f0703a"));
    colors.put(Glyph.DROPPED, plain("#f85149"));
    return colors;
  }

  private static GlyphColors plain(String color) {
    return new GlyphColors(Color.web(color), Color.web(color), false);
  }

  private static Map<Glyph, GlyphColors> lightGlyphs() {
    Map<Glyph, GlyphColors> colors = new EnumMap<>(Glyph.class);
    colors.put(Glyph.ARP, outlined("#f0e442", "#7d6e00"));
    colors.put(Glyph.ICMP, outlined("#cc79a7", "#a8437f"));
    colors.put(Glyph.UDP, outlined("#009e73", "#00805d"));
    colors.put(Glyph.TCP, outlined("#57606a", "#57606a"));
    colors.put(Glyph.HTTP, outlined("#0072b2", "#0072b2"));
    colors.put(Glyph.WEB_SOCKET, outlined("#e69f00", "#a05f00"));
    colors.put(Glyph.TLS, outlined("#d55e00", "#c04e00"));
    colors.put(Glyph.DROPPED, outlined("#cf222e", "#cf222e"));
    return colors;
  }

  private static GlyphColors outlined(String fill, String ink) {
    return new GlyphColors(Color.web(fill), Color.web(ink), true);
  }
}
