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

  /// The colours that the style sheets of a theme name.
  static Palette of(Tokens tokens) {
    return new Palette(
        tokens.color("-color-bg-default"),
        tokens.color("-color-bg-subtle"),
        tokens.color("-color-bg-overlay"),
        tokens.color("-netarium-card"),
        tokens.color("-color-border-default"),
        tokens.color("-color-border-muted"),
        tokens.color("-color-fg-default"),
        tokens.color("-color-fg-muted"),
        tokens.color("-color-fg-subtle"),
        tokens.color("-color-accent-fg"),
        tokens.color("-color-accent-emphasis"),
        tokens.color("-color-accent-subtle"),
        Color.WHITE,
        tokens.color("-color-success-fg"),
        tokens.color("-color-danger-fg"),
        tokens.color("-color-attention-fg"),
        tokens.color("-netarium-note"),
        tokens.color("-netarium-canvas-dots"),
        tokens.color("-netarium-canvas-link"),
        tokens.color("-netarium-meter-track"),
        tokens.color("-netarium-tile"),
        tokens.color("-netarium-screen"),
        glyphs(tokens));
  }

  public GlyphColors glyph(Glyph glyph) {
    GlyphColors found = glyphs.get(glyph);
    if (found == null) {
      throw new IllegalStateException("invariant broken: every glyph has its colours");
    }
    return found;
  }

  private static Map<Glyph, GlyphColors> glyphs(Tokens tokens) {
    Map<Glyph, GlyphColors> colors = new EnumMap<>(Glyph.class);
    for (Glyph glyph : Glyph.values()) {
      Color fill = tokens.color(token(glyph) + "-fill");
      colors.put(glyph, new GlyphColors(fill, tokens.color(token(glyph)), tokens.isLight()));
    }
    return colors;
  }

  private static String token(Glyph glyph) {
    return switch (glyph) {
      case ARP -> "-netarium-arp";
      case ICMP -> "-netarium-icmp";
      case UDP -> "-netarium-udp";
      case TCP -> "-netarium-tcp";
      case HTTP -> "-netarium-http";
      case WEB_SOCKET -> "-netarium-websocket";
      case TLS -> "-netarium-tls";
      case DROPPED -> "-netarium-dropped";
    };
  }
}
